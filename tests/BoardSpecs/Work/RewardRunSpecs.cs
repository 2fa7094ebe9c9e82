using System.Text.Json.Nodes;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Work;

/// <summary>Rules that ask for a separate run: it is queued by itself, played by a worker under the profile's limits, and paid.</summary>
public class RewardRunSpecs
{
    private const int Timeout = 400_000, Least = 192;

    [Fact(Timeout = Timeout)]
    public async Task Limited_hardware_and_a_time_are_paid_by_runs_that_a_worker_played_apart()
    {
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, Pays, "example");
        string red = board.MakeCompetitor("red"), blue = board.MakeCompetitor("blue");
        string hungry = Path.Combine(board.Folder, "Hungry.cs");
        await File.WriteAllTextAsync(hungry, Hungry(), TestContext.Current.CancellationToken);
        board.StartWorker();
        string first = await board.HandIn(red, "example", hungry);
        await board.Until(() => Awards(board).Length == 1 && AcceptedOf(board).Count == 3, "the reward of the first, and its three runs");

        // Hungry was first and is fast; it has no room on the small machine, so that reward is for who came second.
        string second = await board.HandIn(blue, "example", EvaluatorProgram.Predictor("SmoothedRate"));
        await board.Until(() => Awards(board).Length == 2, "the reward of the second");
        Assert.Equal([$"fast {first} 15", $"small {second} 25"], Awards(board));
        // By hand: all cases of each run accepted, but those of Hungry on the small machine. Who came second is not run again.
        Assert.Equal(
            new Dictionary<string, decimal?>
            {
                [$"{first}"] = 1,
                [$"{first} small"] = 0,
                [$"{first} {EvaluationProfiles.Again}"] = 1,
                [$"{second}"] = 1,
                [$"{second} small"] = 1,
            },
            AcceptedOf(board));
        Assert.Equal((1024, null), LimitsOf(board, first + ".example.0"));
        Assert.Equal((1024, null), LimitsOf(board, first + ".example.again.0"));
        Assert.Equal((Least, 1), LimitsOf(board, second + ".example.small.0"));
    }

    private static string[] Awards(BoardAtWork board) => [.. board.Entries().Select(entry => entry.Body).OfType<Award>()
        .Select(award => $"{award.Rule} {award.Submission} {award.Points}").Order(StringComparer.Ordinal)];

    private static Dictionary<string, decimal?> AcceptedOf(BoardAtWork board) =>
        board.Entries().Select(entry => entry.Body).OfType<EvaluationRecorded>()
            .ToDictionary(run => $"{run.Submission} {run.Profile}".Trim(), run => (decimal?)board.ValuesOf(run).Values["accepted"]);

    /// <summary>What the plan says that the worker wrote.</summary>
    private static (int Mebibytes, int? Cores) LimitsOf(BoardAtWork board, string evaluation)
    {
        string sha256 = board.Query<string>(
            "SELECT sha256 FROM run_file WHERE evaluation = @evaluation AND name = 'run.json'", new { evaluation }).Single();
        JsonNode limits = JsonNode.Parse(File.ReadAllText(Path.Combine(board.Folder, "blobs", sha256[..2], sha256)))!["limits"]!;
        return (limits["memoryMebibytes"]!.GetValue<int>(), limits["cores"]?.GetValue<int>());
    }

    private static void Pays(JsonObject challenge)
    {
        challenge["predictor"]!["profiles"] =
            new JsonArray(new JsonObject { ["name"] = "small", ["memoryMebibytes"] = Least, ["cores"] = 1 });
        challenge["rewards"] = new JsonArray(
            Rule("small", "LimitedHardware", 25, "profile", "small"), Rule("fast", "TimeUnder", 15, "seconds", 25));
    }

    /// <summary>Paid for all cases accepted.</summary>
    private static JsonObject Rule(string name, string kind, int amount, string limit, JsonNode value) => new()
    {
        ["name"] = name,
        ["title"] = name,
        ["phase"] = "example",
        ["rule"] = kind,
        ["column"] = "accepted",
        ["amount"] = amount,
        ["threshold"] = 1,
        [limit] = value,
    };

    /// <summary>
    /// Zero, which first takes a third more memory than the small machine has. (The other one predicts something else, or it would be a
    /// copy.)
    /// </summary>
    private static string Hungry() => File.ReadAllText(EvaluatorProgram.Source("Zero")).Replace(
        "string[] foreclosureREOs) => 0;",
        $$"""
        string[] foreclosureREOs)
            {
                kept = new byte[{{Least * 4 / 3}} << 20];
                System.Array.Fill(kept, (byte)1);
                return 0;
            }

            private byte[] kept = [];
        """, StringComparison.Ordinal);
}
