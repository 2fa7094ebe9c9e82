using System.Net;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Two results of a case that differ: shown to organisers, decided by an entry with a reason, opened again by another.</summary>
public class ConflictSpecs
{
    private const string Contest = SampleChallenge.Name, Workers = $"/organise/{Contest}/workers";

    [Fact(Timeout = 300_000)]
    public async Task An_organiser_decides_that_the_first_result_stands_and_can_open_it_again()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string submission = await ada.Submits(Contest, "provisional", "class A { }");
        using RecordedResults results = new(board.Folder);
        string evaluation = $"{submission}.provisional.0";
        results.Row("""
            INSERT INTO case_result (evaluation, block_group, bits, token, worker, at)
            VALUES (@evaluation, '250250001001', '0x01', 'none', 'one', 1)
            """, new { evaluation });
        results.Row("""
            INSERT INTO case_conflict (id, evaluation, block_group, bits, sha256, token, worker, at)
            VALUES ('x-one', @evaluation, '250250001001', '0x02', '', 'none', 'two', 2)
            """, new { evaluation });
        await Await.Says(organiser, Workers, "0x02 (two)");
        await Await.Says(organiser, Workers, "<strong>open</strong>");

        using HttpResponseMessage silent = await organiser.Posts($"{Workers}?handler=Decide", ("conflict", "x-one"), ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using HttpResponseMessage decided =
            await organiser.Posts($"{Workers}?handler=Decide", ("conflict", "x-one"), ("reason", "worker two has a broken disk"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        await Await.Says(organiser, Workers, "the first stands since");
        using HttpResponseMessage twice = await organiser.Posts($"{Workers}?handler=Decide", ("conflict", "x-one"), ("reason", "again"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        await organiser.MakeToken("organise");
        using HttpResponseMessage open = await organiser.Sends(HttpMethod.Post, $"/api/v1{Workers}/conflicts/x-one",
            new { firstStands = false, reason = "the disk was sound" });
        Assert.Equal(HttpStatusCode.NoContent, open.StatusCode);
        await Await.Says(organiser, Workers, "<strong>open</strong>");

        string log = await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/log", TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Split("\"kind\":\"conflict-decided\"").Length - 1);
        Assert.DoesNotContain("250250001001", log);
        Assert.DoesNotContain("broken disk", log);
    }
}
