using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The way of everybody through the board without a mouse: every field, link and button is reached by the Tab key and shows
/// that it has the focus.</summary>
public class KeyboardSpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = SampleChallenge.Name;

    [Theory(Timeout = 300_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_organisers_link_to_published_standings_with_the_keyboard_alone(bool hasScripts)
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using RecordedResults results = new(board.Folder);
        Typist olga = await At(board, hasScripts), ada = await At(board, hasScripts);
        await Joins(olga, board.OrganiserLink!, "Olga");
        await olga.Follows("Organise");
        await olga.Chooses("And come to", "Harbour town");
        await olga.Presses("Make an invitation");
        await Joins(ada, await olga.Page.Locator("#invitation").InnerTextAsync(), "Ada");

        await ada.Follows("Contests");
        await ada.Follows("Harbour town");
        await ada.Follows("Rules");
        await ada.Presses("I accept these rules");
        await ada.Follows("Team");
        await ada.Writes("Name of the team", "Gulls");
        await ada.Presses("Make the team");
        await ada.Follows("Hand in");
        await ada.Names("File", new FilePayload { Name = "Mine.cs", MimeType = "text/plain", Buffer = "class Mine { }"u8.ToArray() });
        await ada.Writes("Remark", "by keyboard");
        await ada.Presses("Hand in");
        await Assertions.Expect(ada.Page.GetByText("It has arrived, and will not be lost.")).ToBeVisibleAsync();
        results.Scored(Contest, new Uri(ada.Page.Url).Segments[^1], "provisional", 4273.125m, 0.35m);

        await ada.Follows("Standings");
        await ada.Reaches(ada.Page.GetByRole(AriaRole.Link, new() { Name = "JSON" }));
        await olga.Opens($"/organise/{Contest}");
        await olga.Presses("Freeze Provisional");
        await olga.Presses("Yes, freeze Provisional");
        await Assertions.Expect(olga.Page.GetByText("Frozen: others see no news")).ToBeVisibleAsync();
        await olga.Presses("Publish Provisional");
        await olga.Presses("Yes, publish Provisional");
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Button, new() { Name = "Take back the publishing of Provisional" }))
            .ToBeVisibleAsync();
    }

    private async Task<Typist> At(RunningBoard board, bool hasScripts) =>
        new(await (await browser.Of(board.Address, new() { JavaScriptEnabled = hasScripts })).NewPageAsync());

    private static async Task Joins(Typist typist, string link, string name)
    {
        await typist.Opens(link);
        await typist.Writes("Name", name);
        await typist.Writes("Password", Person.Password);
        await typist.Presses("Make my account");
        await Assertions.Expect(typist.Page.GetByText($"Welcome, {name}.")).ToBeVisibleAsync();
    }
}
