using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Harbour;
using Evaluator.Harbour;
using Evaluator.Harbour.Manifest;
using Evaluator.Specs;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>
/// An afternoon at the harbour, in a real browser: download the starter, unpack it, run it, hand in what it wrote, and see kilos, street
/// worth and place on a board that was
/// open all the time.
/// </summary>
public class HarbourJourneySpecs(Browser browser, GeneratedHarbour generated) : IClassFixture<Browser>
{
    private const string Home = "/c/coke-haven/harbour";

    [Fact(Timeout = 600_000)]
    public async Task From_the_download_to_a_place_on_the_wall_and_the_prize_giving()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/Rscript"), "No R: install r-base-core, or let .ci/run do it.");
        await using RunningBoard board = await RunningBoard.WithChallenges(generated.Folder(Language.Dutch));
        IPage wall = await PageOf(board);
        await wall.GotoAsync($"{Home}/best");
        await Assertions.Expect(wall.GetByText("Live: changes appear by themselves.")).ToBeVisibleAsync();
        await Assertions.Expect(wall.GetByRole(AriaRole.Rowheader, new() { Name = "Douane Rotterdam" })).ToBeVisibleAsync();
        await Looks.Fit(wall);

        IPage python = await PageOf(board);
        string kit = await Download(python);
        Run(kit, "/usr/bin/python3", "start.py");
        int byPython = KilosOf(Path.Combine(kit, "submission_python.csv"));
        string key = await WalkIn(python, "Slangen", Path.Combine(kit, "submission_python.csv"), "met python");
        Assert.StartsWith("evb_", key, StringComparison.Ordinal);
        await Assertions.Expect(Row(wall, "Slangen")).ToContainTextAsync(Kilos(byPython));
        await Assertions.Expect(Row(wall, "Slangen")).ToContainTextAsync(Worth(byPython));
        await Assertions.Expect(wall.Locator("#headline"))
            .ToContainTextAsync($"{Kilos(byPython)}: de beste vondst tot nu toe, van Slangen!");

        Run(kit, "/usr/bin/Rscript", "start.R");
        int byR = KilosOf(Path.Combine(kit, "submission_r.csv"));
        IPage r = await PageOf(board,
            new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 800 }, JavaScriptEnabled = false });
        await WalkIn(r, "Regressie", Path.Combine(kit, "submission_r.csv"), "met R");
        await Assertions.Expect(Row(wall, "Regressie")).ToContainTextAsync(Kilos(byR));
        string[] order = byR > byPython ? ["Regressie", "Slangen"] : ["Slangen", "Regressie"];
        await Assertions.Expect(wall.Locator("#standings tbody tr").First).ToContainTextAsync(order[0]);
        await Assertions.Expect(wall.Locator("#standings tbody tr").Nth(1)).ToContainTextAsync(order[1]);
        await Assertions.Expect(wall.Locator("#standings tbody tr").Nth(2)).ToContainTextAsync("Douane Rotterdam");
        await Browser.Picture(wall, "harbour-wall");
        await Looks.Accessible(wall);

        await HandInAgain(python, Path.Combine(kit, "submission_python.csv"));
        await Assertions.Expect(wall.Locator("#standings tbody th", new() { HasTextString = "Slangen" })).ToHaveCountAsync(2);
        await wall.GotoAsync($"{Home}/best?each=team&projector");
        await Assertions.Expect(wall.Locator("#standings tbody th", new() { HasTextString = "Slangen" })).ToHaveCountAsync(1);
        await Browser.Picture(wall, "harbour-projector");
        await PrizeGiving(board, order);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_form_that_is_refused_says_why_and_keeps_what_was_typed()
    {
        await using RunningBoard board = await RunningBoard.WithChallenges(generated.Folder(Language.English));
        IPage page = await PageOf(board, new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 800 } });
        await page.GotoAsync($"{Home}/walk-in/submit");
        await Looks.Fit(page);
        await Looks.Accessible(page);
        await page.GetByLabel("Your team's name").FillAsync("Douane Rotterdam");
        await page.GetByLabel("Remark").FillAsync("<script>alert(1)</script>");
        await page.GetByLabel("File")
            .SetInputFilesAsync(
                new FilePayload { Name = "picks.csv", MimeType = "text/csv", Buffer = "containerid\ngcn79000001\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("is a baseline of this contest")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Remark")).ToHaveValueAsync("<script>alert(1)</script>");
        await page.GetByLabel("Your team's name").FillAsync("Divers");
        await page.GetByLabel("File")
            .SetInputFilesAsync(
                new FilePayload { Name = "picks.csv", MimeType = "text/csv", Buffer = "containerid\ngcn79000001\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Exactly 400");
        await page.GotoAsync($"{Home}/best");
        await Assertions.Expect(page.GetByText("Nobody is on the board yet.")).ToBeVisibleAsync();
        await Looks.Fit(page);
    }

    private static ILocator Row(IPage wall, string team) => wall.Locator("#standings tbody tr", new() { HasTextString = team }).First;

    /// <summary>The organiser's laptop on the projector: a key press a place, then the same by links and without JavaScript.</summary>
    private async Task PrizeGiving(RunningBoard board, string[] order)
    {
        IPage stage = await PageOf(board);
        await stage.GotoAsync(board.OrganiserLink!);
        await stage.GetByLabel("Name").FillAsync("Olga");
        await stage.GetByLabel("Password").FillAsync(Person.Password);
        await stage.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();
        await stage.GotoAsync($"{Home}/prizes");
        await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(0);
        await stage.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(1);
        await Assertions.Expect(stage.Locator(".podium li").First).ToContainTextAsync(order[1]);
        await stage.Keyboard.PressAsync("Space");
        await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(2);
        await Assertions.Expect(stage.Locator(".podium li").First).ToContainTextAsync(order[0]);
        await Browser.Picture(stage, "harbour-prizes");
        await Looks.Accessible(stage);
        await stage.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(1);
        string state = await stage.Context.StorageStateAsync();
        IPage plain = await PageOf(board, new BrowserNewContextOptions { JavaScriptEnabled = false, StorageState = state });
        await plain.GotoAsync($"{Home}/prizes");
        await plain.GetByRole(AriaRole.Link, new() { Name = "Onthul plaats 2" }).ClickAsync();
        await plain.GetByRole(AriaRole.Link, new() { Name = "Onthul plaats 1" }).ClickAsync();
        await Assertions.Expect(plain.Locator(".podium li")).ToHaveCountAsync(2);
        IPage stranger = await PageOf(board);
        await stranger.GotoAsync($"{Home}/prizes?shown=10");
        await Assertions.Expect(stranger.Locator(".podium")).ToHaveCountAsync(0);
    }

    private async Task<string> Download(IPage page)
    {
        await page.GotoAsync("/c/coke-haven");
        await Looks.Fit(page);
        IDownload zip =
            await page.RunAndWaitForDownloadAsync(
                () => page.GetByRole(AriaRole.Link, new() { Name = "coke-haven-starter.zip" }).First.ClickAsync());
        string folder = generated.NewFolder($"downloaded-{Guid.NewGuid():N}");
        string file = folder + ".zip";
        await zip.SaveAsAsync(file);
        ZipFile.ExtractToDirectory(file, folder);
        return Path.Combine(folder, "coke-haven");
    }

    /// <returns>The key that the team is shown.</returns>
    private static async Task<string> WalkIn(IPage page, string team, string file, string remark)
    {
        await page.GotoAsync($"{Home}/walk-in/submit");
        await page.GetByLabel("De naam van je team").FillAsync(team);
        await page.GetByLabel("Bestand").SetInputFilesAsync(file);
        await page.GetByLabel("Opmerking").FillAsync(remark);
        await Browser.Picture(page, "harbour-walk-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inleveren" }).ClickAsync();
        await Assertions.Expect(page.Locator(".secret")).ToContainTextAsync(team);
        await Browser.Picture(page, "harbour-handed-in");
        return await page.Locator(".secret code").InnerTextAsync();
    }

    /// <summary>Signed in by then: the usual form.</summary>
    private static async Task HandInAgain(IPage page, string file)
    {
        await page.GotoAsync($"{Home}/submit");
        await page.Locator("#file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/s/*");
    }

    private int KilosOf(string submission)
    {
        Dictionary<string, int> kilos = File.ReadLines(Path.Combine(generated.Folder(Language.Dutch), "secret", "answers.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return File.ReadLines(submission).Skip(1).Sum(pick => kilos[pick]);
    }

    private static string Kilos(int kilos) => kilos.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.') + "\u00A0kg";

    private static string Worth(int kilos) => "€\u00A0" + (kilos * 50_000L).ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static void Run(string folder, string program, string script)
    {
        EndedProcess ended = EndedProcess.Of(new ProcessStartInfo(program, [script]) { WorkingDirectory = folder });
        Assert.True(ended.ExitCode == 0, $"{script}:\n{ended.Said}");
    }

    private async Task<IPage> PageOf(RunningBoard board, BrowserNewContextOptions? options = null) =>
        await (await browser.Of(board.Address, options)).NewPageAsync();
}
