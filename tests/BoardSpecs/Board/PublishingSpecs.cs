using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// The end of a contest in a real browser: a freeze hides, publishing shows who moved, a rejudge is seen before it counts.
/// </summary>
public class PublishingSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name, Home = $"/c/{Contest}/provisional";

    [Fact(Timeout = 600_000)]
    public async Task A_freeze_hides_publishing_shows_the_shift_and_a_rejudge_is_previewed_and_applied()
    {
        using SampleChallenge challenge = new(definition => definition["phases"]![1]!["finalSet"] = "final");
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        using Person ben = await olga.Invites("Ben");
        await ada.MakesTeam(Contest, "Gulls");
        await ben.MakesTeam(Contest, "Terns");
        await ada.MakeToken();
        await ben.MakeToken();
        using RecordedResults results = new(board.Folder);
        string gulls = await ada.Submits(Contest, "provisional", "class A { }");
        IPage visitor = await (await browser.Of(board.Address)).NewPageAsync();
        IPage organiser = await (await browser.Of(board.Address, new() { StorageState = olga.BrowserState() })).NewPageAsync();
        await visitor.GotoAsync($"{Home}/standings");
        await Assertions.Expect(visitor.GetByText("Nobody is ranked yet.")).ToBeVisibleAsync();
        results.Scored(Contest, gulls, "provisional", 100, 0.5m);
        await Assertions.Expect(Row(visitor, 0)).ToContainTextAsync("Gulls");
        await Assertions.Expect(visitor.GetByText("One team is ranked.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.GetByText("Nobody is ranked yet.")).ToBeHiddenAsync();

        await organiser.GotoAsync($"/organise/{Contest}");
        await organiser.SetViewportSizeAsync(390, 844);
        await Asked.Does(organiser, "Freeze Provisional", "Yes, freeze Provisional", Looks.Fit);
        await organiser.SetViewportSizeAsync(1280, 800);
        await Assertions.Expect(visitor.GetByText("Frozen: what came later is hidden")).ToBeVisibleAsync();
        string terns = await ben.Submits(Contest, "provisional", "class B { }");
        results.Scored(Contest, terns, "provisional", 90, 0.5m);
        await organiser.GotoAsync($"{Home}/standings");
        await Assertions.Expect(Row(organiser, 1)).ToContainTextAsync("Terns");
        await Assertions.Expect(visitor.Locator("#standings tbody tr")).ToHaveCountAsync(1);
        await visitor.ReloadAsync();
        await Assertions.Expect(visitor.Locator("#standings tbody tr")).ToHaveCountAsync(1);

        results.Scored(Contest, gulls, "final", 40, 0.5m);
        results.Scored(Contest, terns, "final", 60, 0.5m);
        await organiser.GotoAsync($"/organise/{Contest}");
        await Asked.Does(organiser, "Publish Provisional", "Yes, publish Provisional", Looks.Accessible);
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Final standings" })).ToBeVisibleAsync();
        await Assertions.Expect(Row(visitor, 0)).ToContainTextAsync("1 ▲1");
        await Assertions.Expect(Row(visitor, 0)).ToContainTextAsync("Terns");
        await Assertions.Expect(Row(visitor, 1)).ToContainTextAsync("2 ▼1");
        await Assertions.Expect(Row(visitor, 1)).ToContainTextAsync("Gulls");
        await Browser.Picture(visitor, "published");
        await visitor.GotoAsync($"{Home}/pictures");
        await Assertions.Expect(visitor.GetByText("Terns was at rank 2 in the provisional standings and is at 1 in the final ones: 1 up."))
            .ToBeVisibleAsync();
        await Browser.Picture(visitor, "published-pictures");
        await Rejudge(organiser, results, gulls);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_stream_that_is_lost_is_said_and_comes_back_with_what_happened_meanwhile()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string gulls = await ada.Submits(Contest, "provisional", "class A { }");
        IPage visitor = await (await browser.Of(board.Address)).NewPageAsync();
        await visitor.GotoAsync($"{Home}/standings");
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();
        await board.Kill();
        await Assertions.Expect(visitor.GetByText("The connection is lost; trying again. What you see may be old.")).ToBeVisibleAsync();
        using (RecordedResults results = new(board.Folder))
            results.Scored(Contest, gulls, "provisional", 100, 0.5m);
        await board.Start();
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();
        await Assertions.Expect(Row(visitor, 0)).ToContainTextAsync("Gulls");
    }

    [Fact(Timeout = 300_000)]
    public async Task Who_stands_on_a_link_stands_on_it_and_the_page_does_not_move_when_results_come_in()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        results.Field(Contest, "provisional", "provisional", 60, number => 600 - 10 * number);
        IPage visitor = await (await browser.Of(board.Address)).NewPageAsync();
        await visitor.GotoAsync($"{Home}/standings");
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Locator("#standings tbody tr")).ToHaveCountAsync(60);
        await visitor.Locator("#t-g-provisional-30 a").FocusAsync();
        int scrolled = await visitor.EvaluateAsync<int>("""
            () => {
              window.link = document.activeElement;
              link.scrollIntoView({ block: "center" });
              window.untouched = document.querySelector("#t-g-provisional-5 th a");
              return scrollY;
            }
            """);
        Assert.InRange(scrolled, 100, 10_000);
        results.Again(Contest, "provisional", "provisional", 50, "again-50", 455);
        await Assertions.Expect(Row(visitor, 15)).ToContainTextAsync("16 ▲35");
        await Assertions.Expect(visitor.Locator("#t-g-provisional-30")).ToContainTextAsync("32 ▼1");
        results.Again(Contest, "provisional", "provisional", 40, "again-40", 465);
        await Assertions.Expect(visitor.Locator("#t-g-provisional-30")).ToContainTextAsync("33 ▼1");
        await StandsStill();
        // The row itself moves: the focus goes along, the page does not.
        results.Again(Contest, "provisional", "provisional", 30, "again-30", 1000);
        await Assertions.Expect(Row(visitor, 0)).ToContainTextAsync("1 ▲32");
        await StandsStill();

        async Task StandsStill()
        {
            string[] found = await visitor.EvaluateAsync<string[]>("""
                () => [`${document.activeElement === link && link.isConnected}`,
                  `${document.querySelector("#t-g-provisional-5 th a") === untouched}`, `${scrollY}`]
                """);
            Assert.Equal(["true", "true", $"{scrolled}"], found);
        }
    }

    private static async Task Rejudge(IPage organiser, RecordedResults results, string submission)
    {
        await organiser.GotoAsync($"/organise/{Contest}/submissions?q={submission}");
        await organiser.GetByRole(AriaRole.Checkbox).CheckAsync();
        await organiser.GetByLabel("Reason").FillAsync("a case was wrong");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Evaluate them again" }).ClickAsync();
        await Assertions.Expect(organiser.GetByText("0 of 1 have a new result.")).ToBeVisibleAsync();
        results.Scored(Contest, submission, "provisional", 80, 0.5m, generation: 1);
        await Await.That(async () =>
        {
            await organiser.ReloadAsync();
            return await organiser.GetByText("What would change").CountAsync() > 0;
        }, () => "the preview never came");
        await Assertions.Expect(organiser.GetByRole(AriaRole.Row, new() { Name = "Gulls" })).ToContainTextAsync("80.000");
        await Browser.Picture(organiser, "rejudge-preview");
        await Asked.Does(organiser, "Apply it", "Yes, apply it");
        await Assertions.Expect(organiser.GetByText("Applied: from now on the new results count.")).ToBeVisibleAsync();
        await organiser.GotoAsync($"/s/{submission}");
        await Assertions.Expect(organiser.Locator("main")).ToContainTextAsync("80.000");
    }

    private static ILocator Row(IPage page, int number) => page.Locator("#standings tbody tr").Nth(number);
}
