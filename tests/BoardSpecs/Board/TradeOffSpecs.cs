using System.Net;
using System.Text.Json;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Two columns against each other, and the best by one within the limits of another.</summary>
public class TradeOffSpecs
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional/trade-offs";

    // Score (more is better) and the slowest case (less is better, released in steps of 10 %: 5.05, 2.14, 1, 3.14, 6.12).
    private static readonly (decimal Score, decimal Seconds)[] Teams = [(100, 5), (90, 2), (80, 1), (85, 3), (100, 6)];

    [Fact(Timeout = 300_000)]
    public async Task The_front_and_the_best_within_limits_are_those_computed_by_hand_and_stay_in_the_address()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person stranger = new(board.Address);
        using (RecordedResults results = new(board.Folder))
            results.Field(Contest, "provisional", "provisional", 5, number => Teams[number].Score, number => Teams[number].Seconds);
        await Await.Says(stranger, $"/c/{Contest}/provisional/standings", "5 teams are ranked");

        // 3 is beaten by 1 in both, 4 by 0 in time with the same score.
        Assert.Equal(["0", "1", "2"], await Asked(stranger, "?x=score&y=cpuSeconds", "front"));
        // The fastest of all, then the fastest with a score of at least 85, and of at least 85 and at most 3.5 seconds.
        Assert.Equal(["2", "1", "3", "0", "4"], await Asked(stranger, "?by=cpuSeconds", "rows"));
        Assert.Equal(["1", "3", "0", "4"], await Asked(stranger, "?by=cpuSeconds&limit.score=85", "rows"));
        Assert.Equal(["1", "3"], await Asked(stranger, "?by=cpuSeconds&limit.score=85&limit.cpuSeconds=3.5", "rows"));
        Assert.Equal([1, 1, 3, 4, 5], JsonDocument.Parse(await Text(stranger, "/api/v1" + Home + "?by=score")).RootElement
            .GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("rank").GetInt32()));   // equal scores, equal ranks
        string page = await Text(stranger, Home + "?by=cpuSeconds&limit.score=85");
        Assert.Contains("value=\"85\"", page);
        Assert.Contains("4 teams are within the limits", page);
        Assert.Contains("5 teams by Score and Slowest case; 3 of them are on the front", page);
        using HttpResponseMessage wrong = await stranger.Client.GetAsync(Home + "?limit.score=many", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static async Task<IEnumerable<string>> Asked(Person person, string query, string part) =>
        JsonDocument.Parse(await Text(person, "/api/v1" + Home + query)).RootElement.GetProperty(part).EnumerateArray()
            .Select(row => row.GetProperty("team").GetString()!.Split('-')[^1]).ToList();

    private static Task<string> Text(Person person, string path) =>
        person.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
