using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// The way of everybody through the board, in a real browser: invite, join, team, hand in, and a live row on the standings.
/// </summary>
public class JourneySpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task From_the_organisers_link_to_a_live_row_on_the_standings()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        IPage organiser = await PageOf(board);
        await Join(organiser, board.OrganiserLink!, "Olga");
        await Browser.Picture(organiser, "organise");
        IPage ada = await PageOf(board);
        await Join(ada, await Invite(organiser), "Ada");
        await TakePart(ada, "Gulls");
        string first = await HandIn(ada);
        await Browser.Picture(ada, "submission-queued");
        IPage visitor = await PageOf(board);
        await visitor.GotoAsync($"/c/{Contest}/provisional/standings");
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();

        results.Scored(Contest, first, "provisional", 4273.125m, 0.35m);

        await Assertions.Expect(visitor.GetByRole(AriaRole.Rowheader, new() { Name = "Gulls" })).ToBeVisibleAsync();
        await Assertions.Expect(ada.GetByText("Done.")).ToBeVisibleAsync();   // the page asked for itself
        await Browser.Picture(visitor, "standings");
        await Browser.Picture(ada, "submission-done");

        IPage ben = await PageOf(board);
        await Join(ben, await Invite(organiser), "Ben");
        await TakePart(ben, "Terns");
        results.Scored(Contest, await HandIn(ben), "provisional", 5000m, 0.2m);
        await Assertions.Expect(visitor.Locator("#standings tbody tr").First).ToContainTextAsync("Terns");
        await Assertions.Expect(visitor.Locator("#standings tbody tr").Nth(1)).ToContainTextAsync("▼1");
        await Browser.Picture(visitor, "standings-two");
    }

    [Fact(Timeout = 300_000)]
    public async Task The_same_way_with_JavaScript_off()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        IPage organiser = await PageOf(board, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Join(organiser, board.OrganiserLink!, "Olga");
        IPage ada = await PageOf(board, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await Join(ada, await Invite(organiser), "Ada");
        await TakePart(ada, "Gulls");
        string submission = await HandIn(ada);
        results.Scored(Contest, submission, "provisional", 4273.125m, 0.35m);
        await Reached(ada, $"/s/{submission}", "Done.");
        await Reached(ada, $"/c/{Contest}/provisional/standings", "Gulls");
        await organiser.GotoAsync($"/organise/{Contest}");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Freeze Provisional" }).ClickAsync();
        await Assertions.Expect(organiser.GetByText("Frozen: others see no news")).ToBeVisibleAsync();
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

    private static async Task Join(IPage page, string link, string name)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Welcome, {name}.")).ToBeVisibleAsync();
    }

    private static async Task<string> Invite(IPage organiser)
    {
        await organiser.GotoAsync("/organise");
        await organiser.GetByLabel("And come to").SelectOptionAsync(Contest);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        return await organiser.Locator("#invitation").InnerTextAsync();
    }

    private static async Task TakePart(IPage page, string team)
    {
        await page.GotoAsync($"/c/{Contest}");
        await Browser.Picture(page, "contest");
        await page.GetByRole(AriaRole.Link, new() { Name = "The rules" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I accept these rules" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your team" }).ClickAsync();
        await page.GetByLabel("Name of the team").FillAsync(team);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the team" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your team is made.")).ToBeVisibleAsync();
    }

    private static async Task<string> HandIn(IPage page)
    {
        await page.GotoAsync($"/c/{Contest}/provisional/submit");
        await page.GetByLabel("File")
            .SetInputFilesAsync(new FilePayload { Name = "Mine.cs", MimeType = "text/plain", Buffer = "class Mine { }"u8.ToArray() });
        await page.GetByLabel("Remark").FillAsync("first try <b>bold</b>");
        await Browser.Picture(page, "submit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It has arrived, and will not be lost.")).ToBeVisibleAsync();
        return new Uri(page.Url).Segments[^1];
    }
}
