using System.Net;
using System.Text.Json;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Verification;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Rewards as people see them: an organiser's rule, what it pays by itself, what a freeze keeps back, and what is taken
/// back.</summary>
public class RewardsOnBoardSpecs
{
    private const string Contest = SampleChallenge.Name, Organise = $"/organise/{Contest}/rewards", Ada = "/api/v1/u/Ada/rewards";

    [Fact(Timeout = 300_000)]
    public async Task A_rule_pays_by_itself_withholds_under_a_freeze_and_takes_back_what_a_rejudge_lowers()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ben = await organiser.Invites("Ben");
        using Person stranger = new(board.Address);
        foreach ((Person person, string team) in ((Person, string)[])[(ada, "Gulls"), (ben, "Terns")])
        {
            await person.MakesTeam(Contest, team);
            await person.MakeToken();
        }
        await organiser.MakeToken("organise");
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class Early { }"), "provisional", 130, 0.5m);
        await Await.Says(organiser, $"/c/{Contest}/provisional/standings", "130.000");

        // The preview is for today's log; the rule itself pays for later submissions alone.
        string preview = await Page(organiser.Posts($"{Organise}?handler=Preview", Rule("team-120", "TeamAbove", "120")));
        Assert.Contains("10 points in all", preview);
        Assert.Contains("expected a whole number from 1 to 1000000000",
            await Page(organiser.Posts($"{Organise}?handler=Set", Rule("team-120", "TeamAbove", "120", amount: "ten"))));
        await Sets(organiser, Rule("team-120", "TeamAbove", "120"));
        Assert.Contains("keeps its kind", await Page(organiser.Posts($"{Organise}?handler=Set", Rule("team-120", "FirstAbove", "120"))));
        Assert.Empty(await Awards(stranger));

        string second = await ada.Submits(Contest, "provisional", "class Second { }");
        results.Scored(Contest, second, "provisional", 125, 0.5m);
        await Await.That(async () => (await Awards(stranger)).Count > 0, () => "the rule pays nothing");
        Assert.Equal(["team-120/team 10"], await Awards(stranger));
        Assert.Equal(10, await Points(stranger, "Gulls"));

        await Freezes(organiser, "freeze", true);
        results.Scored(Contest, await ben.Submits(Contest, "provisional", "class Terns { }"), "provisional", 500, 0.5m);
        await Await.Says(organiser, $"/c/{Contest}/provisional/standings", "500.000");
        using (HttpResponseMessage given = await organiser.Sends(HttpMethod.Post, $"/api/v1/organise/{Contest}/rewards/grants",
            new { team = await TeamOf(ada), points = 7, reason = "a bug in our reader, found and told" }))
            Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        await Verifies(await Text(organiser, $"/api/v1/c/{Contest}/log"));   // nothing is owed for what is hidden
        Assert.Equal(["grant 7", "team-120/team 10"], await Awards(organiser));
        Assert.Contains("a bug in our reader", await Text(stranger, $"/c/{Contest}/rewards"));
        await Freezes(organiser, "freeze", false);
        await Await.That(async () => (await Awards(stranger)).Count == 3, () => "the freeze is lifted and nothing came");

        results.Scored(Contest, second, "provisional", 90, 0.5m, generation: 1);
        results.Append(Contest, new RejudgeApplied("spec", 1, [second], default));
        await Await.Says(stranger, $"/c/{Contest}/rewards", "taken back");
        Assert.Equal(["grant 7", "team-120/team 10"], (await Awards(stranger)).Order());
        Assert.Equal(0, await Points(stranger, "Gulls"));
        await Verifies(await Text(organiser, $"/api/v1/c/{Contest}/log"));

        // A person's own history: for nobody else until it is shown; then with what was taken back, and links for who may follow them.
        using (HttpResponseMessage hidden = await stranger.Client.GetAsync(Ada, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await Shows(ada, rewards: false);
        Assert.Equal("[]", await Text(stranger, Ada));
        Assert.DoesNotContain("taken back", await Text(stranger, "/u/Ada"));
        await Shows(ada, rewards: true);
        Assert.Equal(["grant 7", "team-120/team 10 taken back"], Lines(await Text(stranger, Ada)));
        Assert.Contains("taken back", await Text(stranger, "/u/Ada"));
        Assert.Contains($"href=\"/s/{second}\"", await Text(ada, "/u/Ada"));
        Assert.Contains($">{second}</span>", await Text(stranger, "/u/Ada"));
        Assert.DoesNotContain($"href=\"/s/{second}\"", await Text(stranger, "/u/Ada"));
    }

    private static string[] Lines(string history) => [.. JsonDocument.Parse(history).RootElement.EnumerateArray()
        .Select(line => $"{Stem(line.GetProperty("id").GetString()!)} {line.GetProperty("points").GetInt32()}"
            + (line.GetProperty("takenBack").ValueKind == JsonValueKind.Null ? "" : " taken back")).Order(StringComparer.Ordinal)];

    private static async Task Shows(Person person, bool rewards)
    {
        using HttpResponseMessage shown = await person.Sends(HttpMethod.Put, "/api/v1/me/profile",
            new { page = true, places = true, submissions = true, rewards, elsewhere = false, about = "" });
        Assert.Equal(HttpStatusCode.NoContent, shown.StatusCode);
    }

    private static async Task Sets(Person organiser, (string, string)[] rule)
    {
        using HttpResponseMessage set = await organiser.Posts($"{Organise}?handler=Set", rule);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
    }

    private static (string, string)[] Rule(string name, string kind, string threshold, string amount = "10") =>
    [
        ("form.Name", name), ("form.Title", name + " title"), ("form.Phase", "provisional"), ("form.Kind", kind), ("form.Amount", amount),
        ("form.Threshold", threshold), ("form.Column", ""),
    ];

    /// <summary>What stands: the award's rule and how often it pays, with its points.</summary>
    private static async Task<IReadOnlyList<string>> Awards(Person person) =>
        [.. JsonDocument.Parse(await Text(person, $"/api/v1/c/{Contest}/rewards")).RootElement.EnumerateArray()
            .Where(line => line.GetProperty("takenBack").ValueKind == JsonValueKind.Null)
            .Select(line => $"{Stem(line.GetProperty("id").GetString()!)} {line.GetProperty("points").GetInt32()}")];

    private static string Stem(string id) => id[..id.LastIndexOf('/')];

    private static async Task<int> Points(Person person, string team) =>
        JsonDocument.Parse(await Text(person, $"/api/v1/c/{Contest}/provisional/standings")).RootElement.GetProperty("rows")
            .EnumerateArray().Single(row => row.GetProperty("name").GetString() == team).GetProperty("points").GetInt32();

    private static async Task<string> TeamOf(Person person) =>
        JsonDocument.Parse(await Text(person, $"/api/v1/c/{Contest}/team")).RootElement.GetProperty("id").GetString()!;

    private static async Task Freezes(Person organiser, string what, bool holds)
    {
        using HttpResponseMessage answer =
            await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/provisional/{what}", new { holds });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task Verifies(string log)
    {
        using MemoryStream lines = new(System.Text.Encoding.UTF8.GetBytes(log));
        VerifiedLog verified = await LogVerification.OfAsync(lines, [], cancellation: TestContext.Current.CancellationToken);
        Check ledger = verified.Checks.Single(check => check.Name == "ledger");
        Assert.True(ledger.Verdict == CheckVerdict.Holds, ledger.ToString());
    }

    private static Task<string> Text(Person person, string path) =>
        person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    private static async Task<string> Page(Task<HttpResponseMessage> sent)
    {
        using HttpResponseMessage answer = await sent;
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
