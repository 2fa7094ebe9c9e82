using System.Net;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Board;

/// <summary>A phase that asks for a score in another one: said before, held at the hand-in, open once it is reached.</summary>
public class GateSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task A_phase_with_a_gate_says_what_it_asks_for_and_opens_when_it_is_reached()
    {
        using SampleChallenge challenge = new(definition =>
            definition["phases"]![1]!["needs"] = new JsonObject { ["phase"] = "examples", ["column"] = "score", ["atLeast"] = 500 });
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        await Await.Says(ada, $"/c/{Contest}", "needs Score of 500 or better in Examples");
        await Await.Says(ada, $"/api/v1/c/{Contest}", "Score of 500 or better in Examples");
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "examples", "class Weak { }"), "example", 499.999m, 0.1m);
        await Await.Says(ada, $"/c/{Contest}/examples/standings", "499.999");

        await Await.Says(ada, $"/c/{Contest}/provisional/submit", "this phase is open to teams with Score of 500 or better in Examples");
        await Await.Says(ada, $"/c/{Contest}/provisional/submit", $"href=\"/c/{Contest}/examples/submit\"");
        using HttpResponseMessage refused = await ada.HandsIn(Contest, "provisional", "A.cs", "class A { }"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("500 or better", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        results.Scored(Contest, await ada.Submits(Contest, "examples", "class Strong { }"), "example", 500, 0.1m);
        await Await.Says(ada, $"/c/{Contest}/provisional/submit", "For the team");
        await ada.Submits(Contest, "provisional", "class A { }");
        await AnOrganiserMovesIt(organiser, ada, results);
    }

    /// <summary>By the page: above the baseline; by a program: open to all. Each is an entry, and holds from then on.</summary>
    private static async Task AnOrganiserMovesIt(Person organiser, Person ada, RecordedResults results)
    {
        results.Baseline(Contest, "examples", "example", 600);
        await Await.Says(ada, $"/c/{Contest}/examples/standings", "600");
        await organiser.MakeToken("organise");
        (string, string)[] form = [("phase", "provisional"), ("form.Title", "Provisional"), ("form.Opens", "2020-01-01T00:00"),
            ("form.Closes", "2099-01-01T00:00"), ("form.Release", "raw"), ("form.AttemptedADay", "100")];
        foreach ((string needs, string atLeast, string says) in ((string, string, string)[])[
            ("provisional", "", "`needs` names the phase `provisional`"), ("examples", "half", "found \"half\"")])
        {
            using HttpResponseMessage refused = await organiser.Posts(
                $"/organise/{Contest}?handler=Phase", [.. form, ("form.Needs.Phase", needs), ("atLeast", atLeast)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(says, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
        using HttpResponseMessage set = await organiser.Posts(
            $"/organise/{Contest}?handler=Phase", [.. form, ("form.Needs.Phase", "examples"), ("form.Needs.Column", ""), ("atLeast", "")]);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await Await.Says(ada, $"/c/{Contest}", "It needs a score above the baseline in Examples");
        await Await.Says(ada, $"/c/{Contest}/provisional/submit", "this phase is open to teams above the baseline of Examples");
        using HttpResponseMessage refusedNow = await ada.HandsIn(Contest, "provisional", "B.cs", "class B { }"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, refusedNow.StatusCode);
        results.Scored(Contest, await ada.Submits(Contest, "examples", "class Stronger { }"), "example", 600.001m, 0.1m);
        await Await.Says(ada, $"/c/{Contest}/provisional/submit", "For the team");

        using HttpResponseMessage circle = await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/examples",
            new { title = "Examples", opens = "2020-01-01T00:00", release = "raw", needs = new { phase = "provisional" } });
        Assert.Equal(HttpStatusCode.BadRequest, circle.StatusCode);
        Assert.Contains("in a circle", await circle.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage opened = await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/provisional",
            new { title = "Provisional", opens = "2020-01-01T00:00", closes = "2099-01-01T00:00", release = "raw", needs = new { } });
        Assert.Equal(HttpStatusCode.NoContent, opened.StatusCode);
        Assert.DoesNotContain("It needs", await ada.Client.GetStringAsync($"/c/{Contest}", TestContext.Current.CancellationToken));
        // The phase as it was added, with each of the two gates, and without one.
        string log = await organiser.Client.GetStringAsync($"/api/v1/c/{Contest}/log", TestContext.Current.CancellationToken);
        Assert.Equal(["500", "", "none"], log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Where(entry => entry["kind"]?.GetValue<string>() == "phase-set"
                && entry["body"]!["phase"]!["name"]!.GetValue<string>() == "provisional")
            .Select(entry => entry["body"]!["phase"]!["gate"] is { } gate ? gate["atLeast"]?.ToString() ?? "" : "none"));
    }
}
