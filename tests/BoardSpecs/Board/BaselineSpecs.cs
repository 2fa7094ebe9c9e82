using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.BoardSpecs.Tables;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Several baselines of a contest: known values, files, repositories. What an organiser sees of them, and what a worker is told and brings;
/// that a commit is really fetched, and a predictor played, is shown with a host of repositories (GitSubmissionSpecs).
/// </summary>
public class BaselineSpecs
{
    private const string Town = SampleChallenge.Name, Harbour = PicksChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task Several_are_shown_with_how_far_they_are_and_a_refused_one_can_be_tried_again()
    {
        using SampleChallenge town = new(definition => definition["baselines"] = new JsonArray(
            Known(), Of("kit", "https://github.com/town/kit"), Of("elsewhere", "https://git.example/town/kit")));
        using PicksChallenge harbour = new(definition =>
            definition["baselines"]!.AsArray().Add(Of("picks", "https://github.com/harbour/picks")));
        await using RunningBoard board = await RunningBoard.WithChallenges(town.Folder, harbour.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await Await.Says(organiser, $"/api/v1/c/{Town}/provisional/standings", "1200.501");
        Assert.Contains("class=\"baseline\"", await organiser.Client.GetStringAsync($"/c/{Town}/provisional/standings"));
        Assert.DoesNotContain("class=\"baseline\"", await organiser.Client.GetStringAsync($"/c/{Town}/examples/standings"));
        await Await.Says(organiser, $"/organise/{Town}", "Provisional: in the standings.");
        foreach (string contest in (string[])[Town, Harbour])
            await Await.Says(organiser, $"/organise/{contest}", "A worker fetches it in a moment.");

        // Those of hosts that are allowed go out to a worker; the other is refused on the way.
        using HttpClient worker = Worker(board);
        Dictionary<string, JsonNode> orders = await Leased(worker);
        Assert.Equal(["https://github.com/harbour/picks", "https://github.com/town/kit"], orders.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["refs/tags/v1.2", "src/start", "kit-v1.2.zip"],
            ((string[])["commit", "path", "name"]).Select(member => orders["https://github.com/town/kit"][member]!.GetValue<string>()));
        await Await.Says(organiser, $"/organise/{Town}", "Being fetched.");
        await Await.Says(organiser, $"/organise/{Town}", "This board fetches nothing from that host. It does from github.com");
        await Again(organiser, Town, ("elsewhere", HttpStatusCode.Redirect), ("elsewhere", HttpStatusCode.Conflict),
            ("known", HttpStatusCode.NotFound));
        Assert.DoesNotContain("fetches nothing", await organiser.Client.GetStringAsync($"/organise/{Town}"));

        // A table of three picks is refused; tried again it is one of four, a row beside the one that is a file.
        await Brings(worker, orders["https://github.com/harbour/picks"], PicksChallenge.Table(17, 18, 19));
        await Await.Says(organiser, $"/organise/{Harbour}", "4 rows were expected");
        await Again(organiser, Harbour, ("picks", HttpStatusCode.Redirect));
        await Brings(worker, (await Leased(worker))["https://github.com/harbour/picks"], PicksChallenge.Table(17, 18, 19, 3));
        await Await.Says(organiser, $"/organise/{Harbour}", "Fetched: commit aaaaaaa.");
        await Await.Says(organiser, $"/api/v1/c/{Harbour}/live/standings", "57");
        JsonNode standings = JsonNode.Parse(await organiser.Client.GetStringAsync($"/api/v1/c/{Harbour}/live/standings"))!;
        Assert.Equal([("customs", 3), ("picks", 57)], standings["baselines"]!.AsArray()
            .Select(row => (row!["name"]!.GetValue<string>(), row["values"]!["kilos"]!.GetValue<int>())).Order());
        Assert.Empty(standings["rows"]!.AsArray());
    }

    private static JsonObject Known() => new()
    {
        ["name"] = "known",
        ["title"] = "Known",
        ["values"] = new JsonObject { ["score"] = 1200.5006 },
        ["phase"] = "provisional",
    };

    private static JsonObject Of(string name, string url) => new()
    {
        ["name"] = name,
        ["title"] = "The " + name,
        ["repository"] = new JsonObject { ["url"] = url, ["tag"] = "v1.2", ["path"] = "src/start" },
    };

    private static async Task Again(Person organiser, string contest, params (string Baseline, HttpStatusCode Expected)[] tries)
    {
        foreach ((string baseline, HttpStatusCode expected) in tries)
        {
            using HttpResponseMessage again = await organiser.Posts($"/organise/{contest}?handler=BaselineAgain", ("baseline", baseline));
            Assert.Equal(expected, again.StatusCode);
        }
    }

    private static HttpClient Worker(RunningBoard board)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        string token = WorkerTokens.Make(new Tokens(database, TimeProvider.System), "spec");
        HttpClient worker = new() { BaseAddress = board.Address };
        worker.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return worker;
    }

    /// <summary>All that there is to be fetched, by its address.</summary>
    private static async Task<Dictionary<string, JsonNode>> Leased(HttpClient worker)
    {
        Dictionary<string, JsonNode> orders = [];
        while (true)
        {
            using HttpResponseMessage answer = await worker.PostAsJsonAsync(
                "/api/v1/work/fetches/lease", new { worker = "spec", waitSeconds = 0 }, TestContext.Current.CancellationToken);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, text);
            if (answer.StatusCode == HttpStatusCode.NoContent)
                return orders;
            JsonNode order = JsonNode.Parse(text)!;
            orders[order["address"]!.GetValue<string>()] = order;
        }
    }

    /// <summary>A worker has fetched it: a table.</summary>
    private static async Task Brings(HttpClient worker, JsonNode order, string table)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/work/fetches/{order["delivery"]}/commit");
        request.Headers.Add("Lease", order["key"]!.GetValue<string>());
        object report = new { commit = new string('a', 40), name = "picks.csv", log = Array.Empty<object>() };
        request.Content = new MultipartFormDataContent
        {
            { JsonContent.Create(report), "report" }, { new StringContent(table), "file", "hand-in" },
        };
        using HttpResponseMessage answer = await worker.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
