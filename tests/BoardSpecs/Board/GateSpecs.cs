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
    }
}
