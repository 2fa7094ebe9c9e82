using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// The final against a real close: nothing of it is played before, then what was chosen, else the best one of each team; and the phase
/// publishes by itself when its time has come and every final has its result.
/// </summary>
public class FinalsSpecs
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional", Organise = $"/organise/{Contest}";

    [Fact(Timeout = 600_000)]
    public async Task When_the_phase_has_closed_the_chosen_ones_are_played_and_when_all_are_it_publishes_by_itself()
    {
        MovedClock clock = new(DateTimeOffset.UtcNow);
        using SampleChallenge challenge = new(definition =>
        {
            definition["phases"]![1]!["finalSet"] = "final";
            definition["phases"]![1]!["closes"] = Text(clock.GetUtcNow().AddHours(1), "yyyy-MM-ddTHH:mm:ssZ");
            definition["phases"]![1]!["publishes"] = Text(clock.GetUtcNow().AddHours(3), "yyyy-MM-ddTHH:mm:ssZ");
        });
        await using HostedBoard board = await HostedBoard.WithChallenge(challenge.Folder, clock);
        using Person organiser = await Person.Joins(board.Address, board.NewOrganiserLink(), "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person ben = await organiser.Invites("Ben");
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        await ada.MakeToken();
        await ben.MakeToken();
        await organiser.MakeToken("organise");
        using RecordedResults results = new(board.Folder);
        string best = await Scored(results, ada, 100), second = await Scored(results, ada, 90), third = await Scored(results, ada, 80);
        await Scored(results, ben, 50);
        string better = await Scored(results, ben, 60);
        await Await.Says(ada, $"{Home}/finals", "your best one");
        await Await.Says(organiser, $"{Home}/standings", "60.000");

        using HttpResponseMessage three = await Choose(ada, best, second, third);
        Assert.Contains("2 at most may count", await three.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage foreign = await Choose(ben, best);
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        using HttpResponseMessage two = await Choose(ada, second, third);
        Assert.Equal(HttpStatusCode.Redirect, two.StatusCode);
        await Await.Says(ada, $"{Home}/finals", "Chosen: 2 of at most 2");
        Assert.Empty(Finals(board));

        clock.Move(2 * 3600);

        string[] expected = [.. new[] { second, third, better }.Order(StringComparer.Ordinal)];
        await Await.That(() => Task.FromResult(Finals(board).Count >= expected.Length), () => string.Join(", ", Finals(board)));
        Assert.Equal(expected, Finals(board));
        using HttpResponseMessage late = await Choose(ada, best);
        Assert.Contains("the phase has closed", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage lateHandIn = await ada.HandsIn(Contest, "provisional", "Late.cs", "class Late { }"u8.ToArray());
        Assert.Equal(HttpStatusCode.Conflict, lateHandIn.StatusCode);
        await Await.Says(ada, $"{Home}/finals", "The final cases are being played.");

        results.Scored(Contest, second, "final", 10, 0.1m);
        results.Scored(Contest, third, "final", 12, 0.1m);
        await Await.Says(ada, $"{Home}/finals", "2 of yours have their final result.");
        await Await.Says(organiser, Organise, "and not before every submission is settled and the finals have been played");
        clock.Move(2 * 3600);
        await Await.Says(organiser, Organise, "now 1 of the 3 submissions that decide has no result on the final set yet");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);   // whoever looks once a second has looked
        Assert.DoesNotContain("12.000", await ada.Client.GetStringAsync($"{Home}/standings", TestContext.Current.CancellationToken));
        results.Scored(Contest, better, "final", 15, 0.1m);
        await Await.Says(ada, $"{Home}/standings", "Final standings");
        JsonElement table = JsonDocument.Parse(
            await ada.Client.GetStringAsync($"{Home}/standings.json", TestContext.Current.CancellationToken)).RootElement;
        Assert.True(table.GetProperty("final").GetBoolean());
        Assert.Equal(["Terns 15 1 2", "Gulls 12 2 1"], table.GetProperty("rows").EnumerateArray().Select(row =>
            $"{row.GetProperty("name").GetString()} {row.GetProperty("values").GetProperty("score").GetDecimal():0} "
            + $"{row.GetProperty("rank").GetInt32()} {row.GetProperty("rankBefore").GetInt32()}"));
        await TakeBackAndSetAnotherTime(organiser, ada, clock);
    }

    /// <summary>Who takes a publishing back has the last word, until another time is set.</summary>
    private static async Task TakeBackAndSetAnotherTime(Person organiser, Person ada, MovedClock clock)
    {
        const string phase = $"/api/v1/organise/{Contest}/phases/provisional";
        using HttpResponseMessage back = await organiser.Sends(HttpMethod.Put, phase + "/publish", new { holds = false });
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        await Await.Says(organiser, Organise, "has passed, and the publishing was taken back");
        JsonNode form = JsonNode.Parse(await organiser.Client.GetStringAsync(phase, TestContext.Current.CancellationToken))!;
        form["title"] = "Renamed";
        using HttpResponseMessage renamed = await organiser.Sends(HttpMethod.Put, phase, form);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await Await.Says(organiser, Organise, "has passed, and the publishing was taken back");   // another title is no other time
        form["publishes"] = Text(clock.GetUtcNow().AddMinutes(-1), "yyyy-MM-ddTHH:mm");
        using HttpResponseMessage set = await organiser.Sends(HttpMethod.Put, phase, form);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (renamed.StatusCode, set.StatusCode));
        await Await.Says(ada, $"{Home}/standings", "Final standings");
    }

    private static string Text(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<string> Scored(RecordedResults results, Person person, decimal score)
    {
        string submission = await person.Submits(Contest, "provisional", $"class Scores{score} {{ }}");
        results.Scored(Contest, submission, "provisional", score, 0.1m);
        return submission;
    }

    private static Task<HttpResponseMessage> Choose(Person person, params string[] submissions) =>
        person.Posts($"{Home}/finals", [.. submissions.Select(submission => ("chosen", submission))]);

    /// <summary>The submissions whose final evaluation is queued.</summary>
    private static IReadOnlyList<string> Finals(HostedBoard board)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        using System.Data.Common.DbConnection connection = database.Read();
        return connection.Query<string>("SELECT submission FROM evaluation WHERE set_name = 'final' ORDER BY submission").AsList();
    }
}
