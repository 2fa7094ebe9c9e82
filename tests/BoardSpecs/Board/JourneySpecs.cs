using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// The way of everybody through the board, in a real browser: invite, join, team, hand in, and a live row on the standings.
/// </summary>
public class JourneySpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional";

    private static readonly FilePayload Mine = new() { Name = "Mine.cs", MimeType = "text/plain", Buffer = "class Mine { }"u8.ToArray() };

    [Fact(Timeout = 300_000)]
    public async Task From_the_organisers_link_to_a_live_row_on_the_standings()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        IPage organiser = await PageOf(board);
        await Newcomer.Joins(organiser, board.OrganiserLink!, "Olga");
        await Browser.Picture(organiser, "organise");
        IPage ada = await PageOf(board);
        await Newcomer.Joins(ada, await Newcomer.Invites(organiser, Contest), "Ada");
        await Newcomer.TakesPart(ada, Contest, "Gulls");
        string first = await Newcomer.HandsIn(ada, Contest, Mine);
        await Browser.Picture(ada, "submission-queued");
        IPage visitor = await PageOf(board);
        await visitor.GotoAsync($"/c/{Contest}/provisional/standings");
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();

        // A page that loaded itself anew would take the focus, and undo a link that was followed just then.
        ILocator receipt = ada.Locator("a[href$='/receipt']");
        await receipt.FocusAsync();
        await ada.EvaluateAsync("() => { window.isStillHere = true; }");

        results.Scored(Contest, first, "provisional", 4273.125m, 0.35m);

        await Assertions.Expect(visitor.GetByRole(AriaRole.Rowheader, new() { Name = "Gulls" })).ToBeVisibleAsync();
        await Assertions.Expect(ada.GetByText("Done.")).ToBeVisibleAsync();   // the page asked for itself
        await Assertions.Expect(receipt).ToBeFocusedAsync();
        Assert.True(await ada.EvaluateAsync<bool>("() => window.isStillHere === true"), "the page was loaded anew");
        await Browser.Picture(visitor, "standings");
        await Browser.Picture(ada, "submission-done");

        IPage ben = await PageOf(board);
        await Newcomer.Joins(ben, await Newcomer.Invites(organiser, Contest), "Ben");
        await Newcomer.TakesPart(ben, Contest, "Terns");
        results.Scored(Contest, await Newcomer.HandsIn(ben, Contest, Mine), "provisional", 5000m, 0.2m);
        await Assertions.Expect(visitor.Locator("#standings tbody tr").First).ToContainTextAsync("Terns");
        await Assertions.Expect(visitor.Locator("#standings tbody tr").Nth(1)).ToContainTextAsync("▼1");
        await Browser.Picture(visitor, "standings-two");
    }

    [Fact(Timeout = 300_000)]
    public async Task The_same_way_with_JavaScript_off()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["finalSet"] = "final");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        BrowserNewContextOptions noScripts = new() { JavaScriptEnabled = false };
        IPage organiser = await PageOf(board, noScripts), ada = await PageOf(board, noScripts), ben = await PageOf(board, noScripts);
        await Newcomer.Joins(organiser, board.OrganiserLink!, "Olga");
        await Newcomer.Joins(ada, await Newcomer.Invites(organiser, Contest), "Ada");
        await Newcomer.TakesPart(ada, Contest, "Gulls");
        await Newcomer.Joins(ben, await Newcomer.Invites(organiser, Contest), "Ben");
        await Newcomer.TakesPart(ben, Contest, "Terns");
        string gulls = await Newcomer.HandsIn(ada, Contest, Mine), terns = await Newcomer.HandsIn(ben, Contest, Mine);
        results.Scored(Contest, gulls, "provisional", 450, 0.35m);
        await Reached(ada, $"/s/{gulls}", "Done.");
        await Reached(ada, $"{Home}/standings", "Gulls");
        await ada.GotoAsync($"{Home}/finals");
        await ada.GetByRole(AriaRole.Checkbox).CheckAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Set the choice" }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Chosen: 1 of at most 2").First).ToBeVisibleAsync();

        await organiser.GotoAsync($"/organise/{Contest}");
        await Asked.Does(organiser, "Freeze Provisional", "Yes, freeze Provisional");
        await Assertions.Expect(organiser.GetByText("Frozen: others see no news")).ToBeVisibleAsync();
        results.Scored(Contest, terns, "provisional", 500, 0.2m);
        await Reached(organiser, $"{Home}/standings", "500.000");
        await Rejudge(organiser, results, terns);
        results.Scored(Contest, gulls, "final", 40, 0.35m);
        results.Scored(Contest, terns, "final", 60, 0.2m);
        await organiser.GotoAsync($"/organise/{Contest}");
        await Asked.Does(organiser, "Publish Provisional", "Yes, publish Provisional");
        await Reached(ben, $"{Home}/standings", "Final standings");
        await Assertions.Expect(ben.Locator("#standings tbody tr").First).ToContainTextAsync("Terns");
    }

    /// <summary>Chosen among all submissions, evaluated again, seen before it counts, applied, and taken back.</summary>
    private static async Task Rejudge(IPage organiser, RecordedResults results, string submission)
    {
        await organiser.GotoAsync($"/organise/{Contest}/submissions?q={submission}");
        await organiser.GetByRole(AriaRole.Checkbox).CheckAsync();
        await organiser.GetByLabel("Reason").FillAsync("a case was wrong");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Evaluate them again" }).ClickAsync();
        results.Scored(Contest, submission, "provisional", 400, 0.5m, generation: 1);
        await Reached(organiser, $"/organise/{Contest}/rejudge", "What would change");
        await Asked.Does(organiser, "Apply it", "Yes, apply it");
        await Reached(organiser, $"{Home}/standings", "400.000");
        await organiser.GotoAsync($"/organise/{Contest}/rejudge");
        await organiser.GetByLabel("Why it is taken back").FillAsync("the case was right");
        await Asked.Does(organiser, "Take it back", "Yes, take it back");
        await Reached(organiser, $"{Home}/standings", "500.000");
    }

    private async Task<IPage> PageOf(RunningBoard board, BrowserNewContextOptions? options = null) =>
        await (await browser.Of(board.Address, options)).NewPageAsync();

    /// <summary>Goes back to a page until it says what is awaited: the board learns of another process's entries within a second.</summary>
    private static async Task Reached(IPage page, string path, string text)
    {
        for (int attempt = 0; attempt < 60; attempt++)
        {
            await page.GotoAsync(path);
            if (await page.Locator("main").GetByText(text, new() { Exact = false }).CountAsync() > 0)
                return;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"{path} never said \"{text}\"");
    }
}
