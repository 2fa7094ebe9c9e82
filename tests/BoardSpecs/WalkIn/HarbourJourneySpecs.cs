using System.Diagnostics;
using System.Globalization;
using Evaluator.Board.Texts;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Harbour;
using Evaluator.Harbour.Manifest;
using Evaluator.Specs;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>The harbour as visitors and organisers go through it.</summary>
public class HarbourJourneySpecs(Browser browser, GeneratedHarbour generated) : IClassFixture<Browser>
{
    [Fact(Timeout = 600_000)]
    public async Task From_the_download_to_a_place_on_the_wall_and_the_prize_giving()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/Rscript"), "No R: install r-base-core, or let .ci/run do it.");
        string challenge = generated.Folder(Language.Dutch);
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge);
        await new HarbourAfternoon(browser, board, challenge, Words.Dutch, generated.NewFolder("dutch-afternoon")).Spend();
    }

    /// <summary>The README's four commands, with 400,000 containers, and then the same afternoon.</summary>
    [Fact(Timeout = 3_600_000)]
    public async Task Four_commands_from_an_empty_folder_to_an_afternoon_with_400_000_containers()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1", "a long proof: EVALUATOR_SOAK=1, ./run-all.sh soak");
        string folder = Directory.CreateDirectory(generated.NewFolder("four-commands")).FullName;
        string challenge = Path.Combine(folder, "coke-haven");
        await Timed(folder, "generate", "harbour", "coke-haven");
        await Timed(folder, "board", "new", "my-board");
        await Timed(folder, "board", "add", "my-board", "coke-haven");
        Stopwatch clock = Stopwatch.StartNew();
        await using RunningBoard board = await RunningBoard.ByEvaluator(Path.Combine(folder, "my-board"));
        Say(string.Create(CultureInfo.InvariantCulture, $"evaluator board serve my-board: {clock.Elapsed.TotalSeconds:0.0} s"));
        HarbourAfternoon afternoon = new(browser, board, challenge, Words.English, folder);
        await afternoon.Spend();
        foreach (string step in afternoon.Times)
            Say(step);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_form_that_is_refused_says_why_and_keeps_what_was_typed()
    {
        await using RunningBoard board = await RunningBoard.WithChallenges(generated.Folder(Language.English));
        IPage page = await PageOf(board, new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 800 } });
        await page.GotoAsync($"{HarbourAfternoon.Home}/walk-in/submit");
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
        await page.GotoAsync($"{HarbourAfternoon.Home}/best");
        await Assertions.Expect(page.GetByText("Nobody is on the board yet.")).ToBeVisibleAsync();
        await Looks.Fit(page);
    }

    private async Task<IPage> PageOf(RunningBoard board, BrowserNewContextOptions? options = null) =>
        await (await browser.Of(board.Address, options)).NewPageAsync();

    private static async Task Timed(string folder, params string[] arguments)
    {
        Stopwatch clock = Stopwatch.StartNew();
        using Process command = Process.Start(new ProcessStartInfo(RunningBoard.Evaluator, arguments) { WorkingDirectory = folder })!;
        await command.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(HarbourAfternoon.Patience);
        Assert.Equal(0, command.ExitCode);
        Say(string.Create(CultureInfo.InvariantCulture, $"evaluator {string.Join(' ', arguments)}: {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}
