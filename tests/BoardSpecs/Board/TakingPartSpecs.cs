using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What people meet on their way into a contest that is open to all, and in a field of more than a page.</summary>
public class TakingPartSpecs
{
    private const string Contest = SampleChallenge.Name, Standings = $"/c/{Contest}/provisional/standings";

    [Fact(Timeout = 300_000)]
    public async Task Who_signs_up_accepts_each_version_of_the_rules_and_finds_the_own_row_on_its_page()
    {
        using SampleChallenge challenge = new(definition => definition["signIn"] = "open");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = new(board.Address);
        using (HttpResponseMessage made = await ada.Posts("/sign-up", ("handle", "Ada"), ("password", Person.Password), ("next", "/")))
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class First { }"), "provisional", 1, 0.5m);

        // The next version of the rules is accepted before the next submission.
        await File.WriteAllTextAsync(
            Path.Combine(challenge.Folder, "rules.md"), "Be fair, and be kind.\n", TestContext.Current.CancellationToken);
        string definition = Path.Combine(challenge.Folder, "challenge.json");
        JsonNode changed = JsonNode.Parse(await File.ReadAllTextAsync(definition, TestContext.Current.CancellationToken))!;
        changed["rules"]!["version"] = 2;
        await File.WriteAllTextAsync(definition, changed.ToJsonString(), TestContext.Current.CancellationToken);
        (int exitCode, string output) = await RunningBoard.Runs("add", board.Folder, challenge.Folder);
        Assert.True(exitCode == 0, output);
        await Await.Says(ada, $"/c/{Contest}/rules", "be kind");
        using (HttpResponseMessage early = await ada.HandsIn(Contest, "provisional", "Mine.cs", "class Second { }"u8.ToArray()))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
            Assert.Contains("Accept the rules first", await early.Content.ReadAsStringAsync());
        }
        using (HttpResponseMessage accepted = await ada.Posts($"/c/{Contest}/rules", ("version", "2")))
            Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        await ada.Submits(Contest, "provisional", "class Second { }");

        results.Field(Contest, "provisional", "provisional", 130, number => 1000 - number);
        await Await.Says(ada, Standings + "?p=2", "Team 129 provisional");
        string second = await ada.Client.GetStringAsync(Standings + "?p=2", TestContext.Current.CancellationToken);
        Assert.Equal(31, second.Split("<tr id=\"t-").Length - 1);
        Assert.Contains("class=\"own\"", second);
        Assert.Contains("(you)", second);
        string first = await ada.Client.GetStringAsync(Standings, TestContext.Current.CancellationToken);
        Assert.Equal(100, first.Split("<tr id=\"t-").Length - 1);
        Assert.DoesNotContain("(you)", first);
        using JsonDocument all = JsonDocument.Parse(
            await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/provisional/standings", TestContext.Current.CancellationToken));
        Assert.Equal(131, all.RootElement.GetProperty("rows").GetArrayLength());
        await MetricsCount(organiser);
    }

    /// <summary>What an operator's monitor reads.</summary>
    private static async Task MetricsCount(Person organiser)
    {
        string metrics = await organiser.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        string entries = Assert.Single(metrics.Split('\n'), line => line.StartsWith("board_entries", StringComparison.Ordinal));
        Assert.True(double.Parse(entries.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) > 3, entries);
        Assert.Contains("http_server_request_duration_seconds_count", metrics);
    }
}
