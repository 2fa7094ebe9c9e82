using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>In a real browser: an organiser writes a rule, a submission triggers it, and pages that were open all the time show
/// it.</summary>
public class RewardJourneySpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task A_reward_appears_on_open_standings_and_on_the_profile_and_under_a_freeze_only_after_publishing()
    {
        using SampleChallenge challenge = new(Marks);
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        using (HttpResponseMessage shown = await ada.Sends(HttpMethod.Put, "/api/v1/me/profile",
            new { page = true, places = true, submissions = true, rewards = true, elsewhere = false, about = "" }))
            Assert.True(shown.IsSuccessStatusCode);
        using RecordedResults results = new(board.Folder);
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class One { }"), "provisional", 50, 0.5m);
        IPage standings = await PageOf(board, $"/c/{Contest}/provisional/standings");
        IPage profile = await PageOf(board, "/u/Ada");
        IPage organiser = await PageOf(board, $"/organise/{Contest}/rewards", olga);
        await Assertions.Expect(standings.Locator("#standings tbody")).ToContainTextAsync("50.000");

        await Rule(organiser, "first-100", "The first hundred", "100");
        await Browser.Picture(organiser, "rule-set");
        results.Scored(Contest, await ada.Submits(Contest, "provisional", "class Two { }"), "provisional", 120, 0.5m);
        await Assertions.Expect(standings.Locator("#standings tbody")).ToContainTextAsync("The first hundred");
        await Assertions.Expect(standings.Locator("#standings thead")).ToContainTextAsync("Points");
        await Assertions.Expect(profile.Locator("#history")).ToContainTextAsync("The first hundred");
        await Browser.Picture(standings, "reward-standings");
        await Browser.Picture(profile, "reward-profile");

        await Rule(organiser, "first-200", "Two hundred at last", "200");
        await organiser.GotoAsync($"/organise/{Contest}");
        await Asked.Does(organiser, "Freeze Provisional", "Yes, freeze Provisional");
        string hidden = await ada.Submits(Contest, "provisional", "class Three { }");
        results.Scored(Contest, hidden, "provisional", 250, 0.5m);
        await organiser.GotoAsync($"/organise/{Contest}/submissions");
        await Await.Says(olga, $"/c/{Contest}/provisional/standings", "250.000");
        await Assertions.Expect(standings.Locator("#ranked")).ToContainTextAsync("Frozen");
        // What the open phase pays for a later result is there: so the keeper of the ledger has looked at the hidden one as well.
        results.Scored(Contest, await ada.Submits(Contest, "examples", "class Marker { }"), "example", 50, 0.5m);
        await Assertions.Expect(profile.Locator("#history")).ToContainTextAsync("A marker");
        await standings.ReloadAsync();
        Assert.DoesNotContain("Two hundred", await standings.Locator("#standings").InnerTextAsync());
        Assert.DoesNotContain("Two hundred", await profile.Locator("#history").InnerTextAsync());
        Assert.DoesNotContain("Two hundred at last",
            await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/rewards", TestContext.Current.CancellationToken));

        await organiser.GotoAsync($"/organise/{Contest}");
        await Asked.Does(organiser, "Publish Provisional", "Yes, publish Provisional");
        await Assertions.Expect(standings.Locator("#standings tbody")).ToContainTextAsync("Two hundred at last");
        await Assertions.Expect(profile.Locator("#history")).ToContainTextAsync("Two hundred at last");
    }

    private static void Marks(JsonObject challenge) => challenge["rewards"] = new JsonArray(new JsonObject
    {
        ["name"] = "marker",
        ["title"] = "A marker",
        ["phase"] = "examples",
        ["rule"] = "FirstAbove",
        ["amount"] = 1,
        ["threshold"] = 10,
    });

    private static async Task Rule(IPage organiser, string name, string title, string threshold)
    {
        await organiser.GotoAsync($"/organise/{Contest}/rewards");
        await organiser.GetByLabel("A new rule").SelectOptionAsync("FirstAbove");
        await organiser.GetByLabel("of", new() { Exact = true }).SelectOptionAsync("provisional");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await organiser.GetByRole(AriaRole.Textbox, new() { Name = "Name in addresses" }).FillAsync(name);
        await organiser.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync(title);
        await organiser.GetByRole(AriaRole.Textbox, new() { Name = "Points" }).First.FillAsync("40");
        await organiser.GetByRole(AriaRole.Textbox, new() { Name = "Threshold" }).FillAsync(threshold);
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(organiser.GetByText("If it had held from the first submission on")).ToBeVisibleAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Set it so" }).ClickAsync();
        await Assertions.Expect(organiser.GetByText("Set, for submissions from now on.")).ToBeVisibleAsync();
    }

    private async Task<IPage> PageOf(RunningBoard board, string address, Person? person = null)
    {
        IBrowserContext context = await browser.Of(board.Address, new() { StorageState = person?.BrowserState() });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
