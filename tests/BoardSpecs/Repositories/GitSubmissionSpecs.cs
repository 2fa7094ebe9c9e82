using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Work;
using Evaluator.Standings.Log.Bodies;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Repositories;

/// <summary>
/// The whole way of a submission by git: a real host, `git push --tags`, a hook signed by GitHub's own library, a worker that fetches and
/// plays, the result and the commits on the page; and the way without a hook.
/// </summary>
public class GitSubmissionSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = PredictorContest.Name;

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    [Fact(Timeout = 600_000)]
    public async Task A_pushed_tag_becomes_a_scored_submission_with_its_log_and_changes()
    {
        Assert.SkipUnless(GitHost.Missing is null, GitHost.Missing ?? "");
        Webhook.NoteSigner();
        using GitHost host = new();
        await host.Start();
        PushedRepository kit = host.Make("kit");
        kit.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("Zero")));
        string pinned = kit.Commit("The starter kit");
        kit.Push("v1");
        await using BoardAtWork board = await BoardAtWork.StartWith(host.Allow, await SmallCity.Folder, challenge =>
        {
            Pays(challenge);
            challenge["baselines"] = new JsonArray(
                Baseline("kit", new JsonObject { ["url"] = kit.Address.ToString(), ["tag"] = "v1", ["path"] = "Zero.cs" }, start: true),
                Baseline("pinned", new JsonObject { ["url"] = kit.Address.ToString(), ["commit"] = pinned, ["path"] = "Zero.cs" }),
                Baseline("inside", new JsonObject { ["url"] = new Uri(host.PrivateAddress, "kit.git").ToString(), ["tag"] = "v1" }));
        }, "example");
        board.MakeMember("ben", captain: board.MakeCompetitor("ada"));
        board.StartWorker();
        using Member ada = await Member.SignsIn(board, "ada");
        using Member ben = await Member.SignsIn(board, "ben");
        Registration registration = await ada.Registers(host.Make("predictor"));
        PushedRepository repository = registration.Repository;

        repository.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("Zero")));
        repository.Write("README.md", "A first try.\n");
        repository.Commit("A first try", "Bo", "bo@example.org");
        string first = registration.Pushes("submission-1");
        string before = await ada.SubmissionOf(first);
        Assert.Equal(Outcome.Scored, (await board.Recorded(before)).Outcome);
        await ClaimsBo(ben);
        repository.Write("README.md", "A second try.\n");
        repository.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("SmoothedRate")));
        repository.Link("Latest.md", "README.md");
        repository.Commit("Say which <b>try</b> it is", "Bo", "bo@example.org");
        string second = repository.Commit(ada.Adds(repository, "notes.md"), "Ada", "ada@example.org");
        string submission = await ada.SubmissionOf(registration.Pushes("submission-2"));
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);

        SubmissionAccepted accepted = board.Entries().Select(entry => entry.Body).OfType<SubmissionAccepted>().Last();
        Assert.Equal((submission, second), (accepted.Submission, accepted.Commit));
        Assert.Null(accepted.Authors);
        ParentDeclared parent = Assert.Single(board.Entries().Select(entry => entry.Body).OfType<ParentDeclared>());
        Assert.Equal((submission, before, "git"), (parent.Submission, parent.Parent, parent.Origin));

        await using IBrowserContext context = await browser.Of(board.Web.Address, new() { StorageState = ada.Person.BrowserState() });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync($"/s/{submission}");
        Assert.Equal(2, await page.Locator("#commits tbody tr").CountAsync());
        Assert.Contains("Say which <b>try</b> it is", await page.Locator("#commits").InnerTextAsync());
        Assert.Contains("Bo", await page.Locator("#commits").InnerTextAsync());
        string changes = await page.Locator("#changes").InnerTextAsync();
        Assert.Contains("-A first try.", changes);
        Assert.Contains("+A second try.", changes);
        // Which change moved which metric: of the submission before it, and of this one.
        decimal[] scores = [.. Recorded(board, before, submission).Select(run => board.ValuesOf(run).Values["score"])];
        Assert.True(scores[1] > scores[0], $"{scores[1]} is no better than {scores[0]}");
        Assert.Equal(scores, await Figures(page.Locator("#moved tbody tr").Filter(new() { HasText = "score" })));
        await Browser.Picture(page, "git-submission");
        // What the first pushed commit earned, and the second not again.
        await page.GotoAsync($"/c/{Contest}/rewards");
        ILocator reward = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "A first score" });
        await Assertions.Expect(reward).ToHaveCountAsync(1);
        await Assertions.Expect(reward).ToContainTextAsync("25");
        await Assertions.Expect(reward.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/s/{before}");
        await Browser.Picture(page, "git-reward");
        await page.GotoAsync($"/c/{Contest}/repositories");
        Assert.Contains("scored", await page.Locator("#deliveries tbody tr").Filter(new() { HasText = "submission-2" }).InnerTextAsync());
        await Browser.Picture(page, "git-repositories");
        await WhoseItIs(board, page, submission, scores);
        await Baselines(board, page, kit.Address.ToString(), scores[0]);
    }

    /// <summary>
    /// Baselines that stand in a repository, by a tag and by a commit: rows of their own without a rank, and what to fork. One that lies at
    /// an address inside is refused by what refuses submissions.
    /// </summary>
    private static async Task Baselines(BoardAtWork board, IPage page, string address, decimal score)
    {
        JsonNode standings = JsonNode.Parse("{}")!;
        await Await.That(async () =>
        {
            standings = JsonNode.Parse(await board.Client.GetStringAsync($"/api/v1/c/{Contest}/example/standings"))!;
            return standings["baselines"]!.AsArray().Count == 2;
        }, () => standings.ToJsonString());
        Assert.Equal([score, score], standings["baselines"]!.AsArray().Select(row => row!["values"]!["score"]!.GetValue<decimal>()));
        Assert.Equal([1], standings["rows"]!.AsArray().Select(row => row!["rank"]!.GetValue<int>()));
        await page.GotoAsync($"/c/{Contest}/example/standings");
        Assert.Equal(["–", "–"], await page.Locator("tr.baseline td:first-child").AllInnerTextsAsync());
        await Browser.Picture(page, "git-baselines");
        await page.GotoAsync($"/c/{Contest}");
        await Assertions.Expect(page.GetByText("Easy start:").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", address);
        await Browser.Picture(page, "git-easy-start");
        Assert.Contains("which is private", Assert.Single(
            board.Query<string>("SELECT why FROM baseline_source WHERE baseline = 'inside' AND state = 'refused'")));
    }

    /// <summary>A member says on the page that commits are theirs, and shows their record to all.</summary>
    private static async Task ClaimsBo(Member ben)
    {
        foreach ((string page, (string, string)[] form) in ((string, (string, string)[])[])[
            ($"/c/{Contest}/repositories?handler=Claim", [("mail", "bo@example.org")]),
            ("/u/ben?handler=Show", [("shown", "Page"), ("shown", "Submissions")])])
        {
            using HttpResponseMessage answer = await ben.Person.Posts(page, form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    /// <summary>
    /// Of the team's commits those are on a person's record that the person claims and the captain confirms: Bo's moved the score. Before
    /// that nobody but the team reads of the claim.
    /// </summary>
    private static async Task WhoseItIs(BoardAtWork board, IPage page, string submission, decimal[] scores)
    {
        Assert.Contains("ben, not confirmed yet", await page.Locator("#authors").InnerTextAsync());
        Assert.Null((await Moves(board))?.AsArray());
        Assert.DoesNotContain("moves", await board.Client.GetStringAsync("/u/ben"));
        string commits = await page.APIRequest.GetAsync($"/api/v1/submissions/{submission}/commits") is { Ok: true } answer
            ? await answer.TextAsync() : "";
        Assert.Contains("\"Bo\"", commits);
        await page.GotoAsync($"/s/{submission}");
        Assert.DoesNotContain("\"ben\"", commits);
        Assert.DoesNotContain("ben", await page.Locator("#commits").InnerTextAsync());

        await page.GotoAsync($"/c/{Contest}/repositories");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm Bo" }).ClickAsync();
        await Assertions.Expect(page.Locator("#authors")).Not.ToContainTextAsync("not confirmed yet");
        JsonNode move = (await Moves(board))!.AsArray().Single(one => one!["submission"]!.GetValue<string>() == submission)!;
        JsonNode score = move["columns"]!.AsArray().Single(column => column!["column"]!.GetValue<string>() == "score")!;
        Assert.Equal(scores, ((string[])["before", "after"]).Select(side => decimal.Parse(score[side]!.GetValue<string>(), English)));
        await page.GotoAsync("/u/ben");
        Assert.Equal(scores, await Figures(page.Locator(".moves tbody tr").Filter(new() { HasText = "score" }).First));
        await Browser.Picture(page, "git-profile");
    }

    private static IEnumerable<EvaluationRecorded> Recorded(BoardAtWork board, params string[] submissions) =>
        submissions.Select(id =>
            board.Entries().Select(entry => entry.Body).OfType<EvaluationRecorded>().Single(run => run.Submission == id));

    /// <summary>The numbers of a table's row.</summary>
    private static async Task<decimal[]> Figures(ILocator row) =>
        [.. (await row.Locator("td.number").AllInnerTextsAsync()).Select(text => decimal.Parse(text, English))];

    /// <summary>What strangers read of what ben's commits moved; null where there is nothing.</summary>
    private static async Task<JsonNode?> Moves(BoardAtWork board) =>
        JsonNode.Parse(await board.Client.GetStringAsync("/u/ben.json"))!["contests"]!.AsArray().Single()!["moves"];

    [Fact(Timeout = 600_000)]
    public async Task A_program_hands_in_a_commit_without_a_hook()
    {
        Assert.SkipUnless(GitHost.Missing is null, GitHost.Missing ?? "");
        using GitHost host = new();
        await host.Start();
        await using BoardAtWork board = await BoardAtWork.StartWith(host.Allow, await SmallCity.Folder, sets: "example");
        string token = Path.Combine(board.Folder, "ada.token");
        await File.WriteAllTextAsync(token, board.MakeCompetitor("ada"), TestContext.Current.CancellationToken);
        board.StartWorker();
        PushedRepository repository = host.Make("predictor");
        repository.Write("src/Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("Zero")));
        string commit = repository.Commit("A first try");
        repository.Push("some-tag");
        string[] submit = ["submit", "--git", repository.Address.ToString(), "--commit", commit, "--board", board.Web.Address.ToString(),
            "--token-file", token];

        (int exitCode, string output) = await EvaluatorProgram.Run(submit);
        Assert.True(exitCode == 2, output);
        Assert.Contains("has not registered", output);
        using Member ada = await Member.SignsIn(board, "ada");
        await ada.Registers(repository, "src/Zero.cs");
        (exitCode, output) = await EvaluatorProgram.Run(submit);
        Assert.True(exitCode == 2, output);
        Assert.Contains("does not show that the repository is your team's", output);

        commit = repository.Commit(ada.Shows(repository));
        repository.Push("some-tag");
        submit[4] = commit;
        (exitCode, output) = await EvaluatorProgram.Run(submit);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"in {Contest}/example: scored", output);
        // Once more: it is the same submission, and not counted twice.
        (exitCode, output) = await EvaluatorProgram.Run(submit);
        Assert.True(exitCode == 0, output);
        Assert.Single(board.Entries().Select(entry => entry.Body).OfType<SubmissionAccepted>());
    }

    private static JsonObject Baseline(string name, JsonObject repository, bool start = false) =>
        new() { ["name"] = name, ["title"] = "The " + name, ["repository"] = repository, ["start"] = start };

    private static void Pays(JsonObject challenge) => challenge["rewards"] = new JsonArray(new JsonObject
    {
        ["name"] = "first-score",
        ["title"] = "A first score",
        ["phase"] = "example",
        ["rule"] = "TeamAbove",
        ["amount"] = 25,
        ["threshold"] = 0,
    });
}
