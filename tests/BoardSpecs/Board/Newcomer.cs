using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What everybody does first, in a browser: follows an invitation, invites others, makes a team, hands in.</summary>
internal static class Newcomer
{
    public static async Task Joins(IPage page, string link, string name)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"Welcome, {name}.")).ToBeVisibleAsync();
    }

    /// <returns>A link for one person, to a contest.</returns>
    public static async Task<string> Invites(IPage organiser, string contest)
    {
        await organiser.GotoAsync("/organise");
        await organiser.GetByLabel("And come to").SelectOptionAsync(contest);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        return await organiser.Locator("#invitation").InnerTextAsync();
    }

    /// <summary>Accepts the rules and makes a team.</summary>
    public static async Task TakesPart(IPage page, string contest, string team)
    {
        await page.GotoAsync($"/c/{contest}");
        await Browser.Picture(page, "contest");
        await page.GetByRole(AriaRole.Link, new() { Name = "The rules" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I accept these rules" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your team" }).ClickAsync();
        await page.GetByLabel("Name of the team").FillAsync(team);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the team" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your team is made.")).ToBeVisibleAsync();
    }

    /// <returns>The submission's id.</returns>
    public static async Task<string> HandsIn(IPage page, string contest, FilePayload file, string phase = "provisional")
    {
        await page.GotoAsync($"/c/{contest}/{phase}/submit");
        await page.GetByLabel("File").SetInputFilesAsync(file);
        await page.GetByLabel("Remark").FillAsync("first try <b>bold</b>");
        await Browser.Picture(page, "submit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It has arrived, and will not be lost.")).ToBeVisibleAsync();
        return new Uri(page.Url).Segments[^1];
    }
}
