using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Pictures show what the standings show, and no more.</summary>
public partial class PicturesSpecs
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional";

    [Fact(Timeout = 300_000)]
    public async Task A_teams_way_has_the_steps_that_were_better_and_what_came_after_a_freeze_only_for_the_team_itself()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        using Person stranger = new(board.Address);
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        await organiser.MakeToken("organise");
        using RecordedResults results = new(board.Folder);
        results.Field(Contest, "provisional", "provisional", 5, number => 95 + number * 3);
        foreach (decimal score in (decimal[])[100, 90, 110, 105])
            results.Scored(Contest, await ada.Submits(Contest, "provisional", $"class A{score} {{ }}"), "provisional", score, 0.357m);
        await Await.Says(stranger, $"{Home}/standings", "110.000");
        results.Append(Contest, new Frozen("provisional", Holds: true));
        await Await.Says(stranger, $"{Home}/standings", "Frozen");
        string team = JsonDocument.Parse(await Text(ada, $"/api/v1/c/{Contest}/team")).RootElement
           .GetProperty("id").GetString()!;
        string frozen = await Text(stranger, $"{Home}/pictures?team={team}");
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class Late { }"), "provisional", 999, 0.1m);
        await Await.Says(organiser, $"{Home}/standings", "999.000");

        Assert.Equal([100m, 110m], await Steps(stranger, team));
        Assert.Equal([100m, 110m, 999m], await Steps(ada, team));
        Assert.Equal([100m, 110m, 999m], await Steps(organiser, team));
        string pictures = await Text(stranger, $"{Home}/pictures?team={team}");
        Assert.Contains("6 teams by Score; Gulls is at rank 1 with 110.000", pictures);   // beside 95, 98, … 107
        Assert.Equal(2, Count(pictures, "<svg"));                                        // nothing is published: no final ranks
        Assert.Equal(2, Count(pictures, "role=\"img\" aria-label=\""));
        Assert.Equal(Field(frozen), Field(pictures));               // not a stroke for what came later; the way's line goes on to now
        Assert.DoesNotContain("999", Words(pictures));
        Assert.DoesNotContain("0.357", Words(pictures));
        Assert.Contains("999.000", await Text(ada, $"{Home}/pictures"));
        using HttpResponseMessage none =
            await stranger.Client.GetAsync($"{Home}/pictures?team=nobody", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static async Task<decimal[]> Steps(Person person, string team) =>
        [.. JsonDocument.Parse(await Text(person, $"/api/v1{Home}/progress/{team}")).RootElement.EnumerateArray()
            .Select(step => step.GetProperty("values").GetProperty("score").GetDecimal())];

    private static Task<string> Text(Person person, string path) =>
        person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>What is read of a page or read out. Its coordinates, and the names of clip paths, may have any digits in a row.</summary>
    private static string Words(string page) => Drawn().Replace(page, "");

    [GeneratedRegex(@"(?<= )(?!aria-label|title|alt)[a-z-]+=""[^""]*""")]
    private static partial Regex Drawn();

    private static string Field(string page) => page[page.LastIndexOf("<svg", StringComparison.Ordinal)..];

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
