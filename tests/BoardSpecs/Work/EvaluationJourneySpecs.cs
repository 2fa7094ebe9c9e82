using System.Text.RegularExpressions;
using Evaluator.BoardSpecs.Board;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// The whole contest in a real browser with a real worker: two people come by invitation, hand in two sources for two sets, and the
/// standings fill by themselves with what was played.
/// </summary>
public partial class EvaluationJourneySpecs(Browser browser) : IClassFixture<Browser>
{
    private const string Contest = PredictorContest.Name;

    [Fact(Timeout = 600_000)]
    public async Task Two_people_hand_in_for_two_sets_and_the_standings_fill_by_themselves()
    {
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, null, "example", "provisional");
        board.StartWorker();
        IPage organiser = await PageOf(board), ada = await PageOf(board), ben = await PageOf(board);
        IPage visitor = await (await browser.Of(board.Web.Address, new() { TimezoneId = "America/New_York" })).NewPageAsync();
        await Newcomer.Joins(organiser, await OrganisersLink(board), "Olga");
        await Newcomer.Joins(ada, await Newcomer.Invites(organiser, Contest), "Ada");
        await Newcomer.Joins(ben, await Newcomer.Invites(organiser, Contest), "Ben");
        await Newcomer.TakesPart(ada, Contest, "Gulls");
        await Newcomer.TakesPart(ben, Contest, "Terns");
        await visitor.GotoAsync($"/c/{Contest}/provisional/standings");
        await Assertions.Expect(visitor.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();

        await Newcomer.HandsIn(ada, Contest, await Source("SmoothedRate"), "example");
        await Newcomer.HandsIn(ben, Contest, await Source("Zero"), "example");
        await Newcomer.HandsIn(ben, Contest, await Source("Zero"));
        await Newcomer.HandsIn(ada, Contest, await Source("SmoothedRate"));

        LocatorAssertionsToContainTextOptions patience = new() { Timeout = 240_000 };
        ILocator rows = visitor.Locator("#standings tbody tr");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Terns", patience);
        await Assertions.Expect(rows.First).ToContainTextAsync("Gulls");
        await Assertions.Expect(rows.First).ToContainTextAsync("for you");    // the visitor's own clock beside UTC
        await Assertions.Expect(ada.GetByText("Done.")).ToBeVisibleAsync();
        await Browser.Picture(visitor, "journey-provisional");
        await visitor.GotoAsync($"/c/{Contest}/example/standings");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Browser.Picture(visitor, "journey-example");
    }

    private async Task<IPage> PageOf(BoardAtWork board) => await (await browser.Of(board.Web.Address)).NewPageAsync();

    private static async Task<FilePayload> Source(string predictor) => new()
    {
        Name = predictor + ".cs",
        MimeType = "text/plain",
        Buffer = await File.ReadAllBytesAsync(EvaluatorProgram.Source(predictor)),
    };

    private static async Task<string> OrganisersLink(BoardAtWork board)
    {
        string output = await EvaluatorProgram.Succeed("board", "link", board.Folder);
        return new Uri(board.Web.Address, LinkPath().Match(output).Value).ToString();
    }

    [GeneratedRegex("/join/\\S+")]
    private static partial Regex LinkPath();
}
