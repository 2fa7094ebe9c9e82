using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Evaluator.Specs;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The standings over HTTP as time goes on: of any moment, and what a freeze lets nobody find out.</summary>
public partial class LiveStandingsSpecs
{
    private const string Contest = SampleChallenge.Name, Phase = "provisional", Other = "past";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task A_moment_shows_later_what_it_showed_then_and_a_freeze_hides_even_how_much_it_hides()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["finalSet"] = "final");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person stranger = new(board.Address);
        using RecordedResults results = new(board.Folder);
        results.Field(Contest, Phase, Phase, 3, number => 100 - number);
        PublishedWithCases(results);
        await Await.Says(stranger, $"/c/{Contest}/{Other}/standings.json", "\"compared\":2");

        await FollowMoments(olga, stranger, results);
        await StaysHidden(olga, stranger, results);
    }

    /// <summary>Provisional, final and provisional again: what was shown at each is shown for it while another one holds.</summary>
    private static async Task FollowMoments(Person olga, Person stranger, RecordedResults results)
    {
        List<(long At, string Olga, string Stranger)> shown = [];
        await Show("\"final\":false");
        for (int number = 0; number < 3; number++)
            results.Scored(Contest, $"s-{Phase}-{number}", "final", number, 0.5m);
        foreach (bool holds in (bool[])[true, false])
        {
            results.Append(Contest, new Published(Phase, holds));
            await Show(holds ? "\"final\":true" : "\"final\":false");
        }

        async Task Show(string what)
        {
            await Await.Says(stranger, $"/c/{Contest}/{Phase}/standings.json", what);
            shown.Add((results.Last(Contest), await Answer(olga, Phase, null), await Answer(stranger, Phase, null)));
            foreach ((long at, string organisers, string everybodys) in shown)
            {
                Assert.Equal(organisers, await Answer(olga, Phase, at));
                Assert.Equal(everybodys, await Answer(stranger, Phase, at));
            }
        }
    }

    private static async Task StaysHidden(Person olga, Person stranger, RecordedResults results)
    {
        results.Append(Contest, new Frozen(Phase, true));
        await Await.Says(stranger, $"/c/{Contest}/{Phase}/standings.json", "\"frozen\":true");
        string home = $"/c/{Contest}/{Phase}";
        string[] addresses = [$"{home}/standings.json", $"{home}/standings.csv", $"{home}/trade-offs", $"/api/v1/c/{Contest}/log",
            .. Enumerable.Range(0, 3).Select(team => $"/api/v1{home}/progress/g-{Phase}-{team}")];
        string[] before = await Task.WhenAll(addresses.Select(Shown));
        using HttpResponseMessage stream =
            await stranger.Client.GetAsync($"/c/{Contest}/{Phase}/live", HttpCompletionOption.ResponseHeadersRead, Stop);
        using StreamReader events = new(await stream.Content.ReadAsStreamAsync(Stop));
        string frozen = await NextId(events);
        Assert.Equal(JsonNode.Parse(before[0])!["version"]!.GetValue<string>(), frozen);

        long known = results.Last(Contest);
        results.Field(Contest, Phase, Phase, 1, _ => 9999, from: 3);
        results.Append(Contest, new Withdrawn($"s-{Phase}-0"));
        results.Append(Contest, new Ignored(null, $"g-{Phase}-1", Digest.Of("why")));
        results.Scored(Contest, $"s-{Phase}-2", Phase, 777, 0.5m, generation: 1);
        results.Append(Contest, new RejudgeApplied("j", 1, [$"s-{Phase}-2"], Digest.Of("why")));
        await Await.Says(olga, $"/c/{Contest}/{Phase}/standings.json", "777");
        string[] after = await Task.WhenAll(addresses.Select(Shown));
        Assert.Equal(before, after);
        long length = results.Last(Contest);
        string[] asked = await Task.WhenAll(
            ((long[])[known, known + 1, length - 1, length, length + 1, length + 50]).Select(at => Answer(stranger, Other, at)));
        ForEvery.In(asked, answer => Assert.Equal(asked[0], answer));

        results.Append(Contest, new Frozen(Phase, false));
        string lifted = await NextId(events);    // nothing came between the two
        Assert.NotEqual(frozen, lifted);
        Assert.Equal(lifted, JsonNode.Parse(await Shown(addresses[0]))!["version"]!.GetValue<string>());

        // A drawing's clip paths have names of their own each time.
        async Task<string> Shown(string address) => ClipPath().Replace(await stranger.Client.GetStringAsync(address, Stop), "");
    }

    /// <summary>Two teams in the phase that is over, with values case by case: groups are said of them once it is published.</summary>
    private static void PublishedWithCases(RecordedResults results)
    {
        results.Field(Contest, Other, Phase, 2, number => 100 - number);
        for (int number = 0; number < 2; number++)
        {
            string[] cases = [.. Enumerable.Range(10, 30).Select(one => one.ToString(CultureInfo.InvariantCulture))];
            SealedText vector = SealedText.Fresh(new CaseVector("score", cases, [.. cases.Select((_, i) => 100.0 - number + i)]).ToText());
            SealedText values = SealedText.Fresh(
                new ResultValues(new Dictionary<string, decimal> { ["score"] = 100 - number, ["cpuSeconds"] = 0.5m }, null).ToText());
            results.Append(Contest, new EvaluationRecorded
            {
                Submission = $"s-{Other}-{number}",
                Set = Phase,
                Generation = 1,
                Outcome = Outcome.Scored,
                Values = values.Seal,
                Cases = vector.Seal,
            }, values, vector);
        }
        results.Append(Contest, new RejudgeApplied("cases", 1, [$"s-{Other}-0", $"s-{Other}-1"], Digest.Of("why")));
        results.Append(Contest, new Published(Other, true));
    }

    /// <summary>All that an answer says but the version's name: it says that groups are not told of a moment.</summary>
    private static async Task<string> Answer(Person person, string phase, long? at)
    {
        string address = $"/c/{Contest}/{phase}/standings.json{(at is null ? "" : $"?at={at}")}";
        JsonNode answer = JsonNode.Parse(await person.Client.GetStringAsync(address, Stop))!;
        answer.AsObject().Remove("version");
        return answer.ToJsonString();
    }

    [GeneratedRegex("c[0-9a-f]{8}-[0-9]+")]
    private static partial Regex ClipPath();

    private static async Task<string> NextId(StreamReader events)
    {
        while (await events.ReadLineAsync(Stop) is { } line)
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return line["id: ".Length..];
        throw new InvalidOperationException("the stream ended");
    }
}
