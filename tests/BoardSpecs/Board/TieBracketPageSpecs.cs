using System.Text.Json;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Groups of teams that chance may have put in their order: on the page, in CSV and JSON, and to nobody too early.</summary>
public class TieBracketPageSpecs
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional";

    private static readonly string[] Cases = [.. Enumerable.Range(10, 40).Select(i => $"2502500010{i}")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Groups_and_the_band_are_shown_once_the_phase_is_published()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["finalSet"] = "final");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person stranger = new(board.Address);
        using (RecordedResults results = new(board.Folder))
            foreach ((string team, double mean) in ((string, double)[])[("Gulls", 140), ("Terns", 100.2), ("Divers", 100)])
            {
                using Person captain = await olga.Invites($"Captain of {team}");
                await captain.MakesTeam(Contest, team);
                await captain.MakeToken();
                string submission = await captain.Submits(Contest, "provisional", $"class {team} {{ }}");
                foreach (string set in (string[])["provisional", "final"])
                    Score(results, submission, set, team, mean);
            }
        await Await.Says(olga, $"{Home}/standings.csv", "Divers");
        Assert.Equal(["1", "2", "2"], Groups(await olga.Client.GetStringAsync($"{Home}/standings.csv", Stop)));
        Assert.Contains("Only organisers see this", await olga.Client.GetStringAsync($"{Home}/standings", Stop));
        Assert.Equal(["", "", ""], Groups(await stranger.Client.GetStringAsync($"{Home}/standings.csv", Stop)));
        Assert.DoesNotContain("id=\"groups\"", await stranger.Client.GetStringAsync($"{Home}/standings", Stop));

        using (HttpResponseMessage published =
            await olga.Posts($"/organise/{Contest}?handler=Publish", ("phase", "provisional"), ("holds", "true"), ("sure", "true")))
            Assert.Equal(System.Net.HttpStatusCode.Redirect, published.StatusCode);
        Assert.Equal(["1", "2", "2"], Groups(await stranger.Client.GetStringAsync($"{Home}/standings.csv", Stop)));
        string page = await stranger.Client.GetStringAsync($"{Home}/standings", Stop);
        Assert.Contains("id=\"groups\"", page);
        Assert.Contains("<td class=\"group even\">2</td>", page);
        JsonElement json = JsonDocument.Parse(await stranger.Client.GetStringAsync($"{Home}/standings.json", Stop)).RootElement;
        Assert.Equal([1, 2, 2], json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("group").GetInt32()));
        Assert.Equal(2011, json.GetProperty("groups").GetProperty("seed").GetInt32());
        string pictures = await stranger.Client.GetStringAsync($"{Home}/pictures", Stop);
        Assert.Contains("goes from 1 to 1.", pictures);
        Assert.Contains("#060606", pictures);
    }

    private static void Score(RecordedResults results, string submission, string set, string team, double mean)
    {
        Random random = new(team.Length);    // of Gulls and Terns the same: their names are equally long
        double[] scores = [.. Cases.Select(_ => mean + 8 * (random.NextDouble() - 0.5))];
        SealedText cases = SealedText.Fresh(new CaseVector("score", Cases, scores).ToText());
        SealedText values = SealedText.Fresh(new ResultValues(new Dictionary<string, decimal>
        {
            ["score"] = Math.Round((decimal)scores.Average(), 3),
            ["cpuSeconds"] = 0.2m,
        }, null).ToText());
        results.Append(Contest, new EvaluationRecorded
        {
            Submission = submission,
            Set = set,
            Generation = 0,
            Outcome = Outcome.Scored,
            Values = values.Seal,
            Cases = cases.Seal,
        }, values, cases);
    }

    /// <summary>The last column of each row.</summary>
    private static IEnumerable<string> Groups(string csv)
    {
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",group", lines[0]);
        return lines.Skip(1).Select(line => line[(line.LastIndexOf(',') + 1)..]);
    }
}
