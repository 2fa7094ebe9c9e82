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
        using GitHost host = new();
        await host.Start();
        await using BoardAtWork board = await BoardAtWork.StartWith(host.Allow, await SmallCity.Folder, Pays, "example");
        board.MakeCompetitor("ada");
        board.StartWorker();
        using Member ada = await Member.SignsIn(board, "ada");
        Registration registration = await ada.Registers(host.Make("predictor"));
        PushedRepository repository = registration.Repository;

        repository.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("Zero")));
        repository.Write("README.md", "A first try.\n");
        repository.Commit("A first try");
        string first = await registration.Pushes("submission-1");
        string before = await ada.SubmissionOf(first);
        Assert.Equal(Outcome.Scored, (await board.Recorded(before)).Outcome);
        repository.Write("README.md", "A second try.\n");
        repository.Write("Zero.cs", await File.ReadAllTextAsync(EvaluatorProgram.Source("SmoothedRate")));
        repository.Link("Latest.md", "README.md");
        repository.Commit("Say which <b>try</b> it is", "Bo", "bo@example.org");
        string second = repository.Commit(ada.Adds(repository, "notes.md"), "Ada", "ada@example.org");
        string submission = await ada.SubmissionOf(await registration.Pushes("submission-2"));
        Assert.Equal(Outcome.Scored, (await board.Recorded(submission)).Outcome);

        SubmissionAccepted accepted = board.Entries().Select(entry => entry.Body).OfType<SubmissionAccepted>().Last();
        Assert.Equal((submission, second), (accepted.Submission, accepted.Commit));
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
        Assert.Contains("scored", await page.Locator("#deliveries tbody tr").First.InnerTextAsync());
        await Browser.Picture(page, "git-repositories");
        // Of the team's commits those are on a person's record that the person claims: Bo's moved the score.
        using (HttpResponseMessage shown = await ada.Person.Posts("/u/ada?handler=Show", ("shown", "Page"), ("shown", "Submissions")))
            Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        Assert.Null((await Moves(board))?.AsArray());
        await page.GetByRole(AriaRole.Button, new() { Name = "That is me: Bo" }).ClickAsync();
        Assert.Contains("ada", await page.Locator("#authors").InnerTextAsync());
        JsonNode move = Assert.Single((await Moves(board))!.AsArray())!;
        Assert.Equal(submission, move["submission"]!.GetValue<string>());
        JsonNode score = move["columns"]!.AsArray().Single(column => column!["column"]!.GetValue<string>() == "score")!;
        Assert.Equal(scores, ((string[])["before", "after"]).Select(side => decimal.Parse(score[side]!.GetValue<string>(), English)));
        await page.GotoAsync("/u/ada");
        Assert.Equal(scores, await Figures(page.Locator(".moves tbody tr").Filter(new() { HasText = "score" })));
        await Browser.Picture(page, "git-profile");
    }

    private static IEnumerable<EvaluationRecorded> Recorded(BoardAtWork board, params string[] submissions) =>
        submissions.Select(id =>
            board.Entries().Select(entry => entry.Body).OfType<EvaluationRecorded>().Single(run => run.Submission == id));

    /// <summary>The numbers of a table's row.</summary>
    private static async Task<decimal[]> Figures(ILocator row) =>
        [.. (await row.Locator("td.number").AllInnerTextsAsync()).Select(text => decimal.Parse(text, English))];

    /// <summary>What strangers read of what ada's commits moved; null where there is nothing.</summary>
    private static async Task<JsonNode?> Moves(BoardAtWork board) =>
        JsonNode.Parse(await board.Client.GetStringAsync("/u/ada.json"))!["contests"]!.AsArray().Single()!["moves"];

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
