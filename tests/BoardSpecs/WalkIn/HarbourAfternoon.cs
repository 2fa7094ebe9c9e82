using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Evaluator.Board.Texts;
using Evaluator.BoardSpecs.Board;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>
/// An afternoon at the harbour, in a real browser: download the starter, unpack it, run it, hand in what it wrote, and see kilos, street
/// worth and place on a board that was open all the time; then the prize-giving.
/// </summary>
/// <param name="board">With the harbour on it.</param>
/// <param name="challenge">The harbour's folder, which has the answers.</param>
/// <param name="words">The contest's language.</param>
/// <param name="parent">Where downloads go.</param>
internal sealed class HarbourAfternoon(Browser browser, RunningBoard board, string challenge, Words words, string parent)
{
    public const string Home = "/c/coke-haven/harbour";

    /// <summary>Of a starter on 400,000 containers and a busy machine: ten minutes were seen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Seconds that each step took.</summary>
    public List<string> Times { get; } = [];

    public async Task Spend()
    {
        IPage wall = await PageOf();
        await wall.GotoAsync($"{Home}/best");
        await Assertions.Expect(wall.GetByText(words.Live)).ToBeVisibleAsync();
        await Assertions.Expect(wall.GetByRole(AriaRole.Rowheader, new() { Name = "Douane Rotterdam" })).ToBeVisibleAsync();
        await Looks.Fit(wall);

        IPage python = await PageOf();
        Took("the wall in a browser");
        string kit = await Download(python);
        Took("download and unpack");
        await Run(kit, "/usr/bin/python3", "start.py");
        Took("start.py");
        int byPython = KilosOf(Path.Combine(kit, "submission_python.csv"));
        string key = await WalkIn(python, "Slangen", Path.Combine(kit, "submission_python.csv"), "met python");
        Assert.StartsWith("evb_", key, StringComparison.Ordinal);
        await Assertions.Expect(Row(wall, "Slangen")).ToContainTextAsync(Kilos(byPython));
        await Assertions.Expect(Row(wall, "Slangen")).ToContainTextAsync(Worth(byPython));
        await Assertions.Expect(wall.Locator("#headline"))
            .ToContainTextAsync(words.BestFind(Kilos(byPython), "Slangen"));

        Took($"upload, {byPython} kg on the wall");
        await Run(kit, "/usr/bin/Rscript", "start.R");
        Took("start.R");
        int byR = KilosOf(Path.Combine(kit, "submission_r.csv"));
        IPage r = await PageOf(
            new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 800 }, JavaScriptEnabled = false });
        await WalkIn(r, "Regressie", Path.Combine(kit, "submission_r.csv"), "met R");
        await Assertions.Expect(Row(wall, "Regressie")).ToContainTextAsync(Kilos(byR));
        Took($"upload, {byR} kg on the wall");
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
        await PrizeGiving(order);
    }

    private static ILocator Row(IPage wall, string team) => wall.Locator("#standings tbody tr", new() { HasTextString = team }).First;

    /// <summary>The organiser's laptop on the projector: a key press a place, then the same by links and without JavaScript.</summary>
    private async Task PrizeGiving(string[] order)
    {
        IPage stage = await PageOf();
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
        IPage plain = await PageOf(new BrowserNewContextOptions { JavaScriptEnabled = false, StorageState = state });
        await plain.GotoAsync($"{Home}/prizes");
        await plain.GetByRole(AriaRole.Link, new() { Name = words.Reveal(2) }).ClickAsync();
        await plain.GetByRole(AriaRole.Link, new() { Name = words.Reveal(1) }).ClickAsync();
        await Assertions.Expect(plain.Locator(".podium li")).ToHaveCountAsync(2);
        IPage stranger = await PageOf();
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
        string folder = Path.Combine(parent, $"downloaded-{Guid.NewGuid():N}");
        string file = folder + ".zip";
        await zip.SaveAsAsync(file);
        ZipFile.ExtractToDirectory(file, folder);
        return Path.Combine(folder, "coke-haven");
    }

    /// <returns>The key that the team is shown.</returns>
    private async Task<string> WalkIn(IPage page, string team, string file, string remark)
    {
        await page.GotoAsync($"{Home}/walk-in/submit");
        await page.GetByLabel(words.TeamName).FillAsync(team);
        await page.GetByLabel(words.File).SetInputFilesAsync(file);
        await page.GetByLabel(words.Remark).FillAsync(remark);
        await Browser.Picture(page, "harbour-walk-in");
        await page.GetByRole(AriaRole.Button, new() { Name = words.HandIn }).ClickAsync();
        await Assertions.Expect(page.Locator(".secret")).ToContainTextAsync(team);
        await Browser.Picture(page, "harbour-handed-in");
        return await page.Locator(".secret code").InnerTextAsync();
    }

    /// <summary>Signed in by then: the usual form.</summary>
    private async Task HandInAgain(IPage page, string file)
    {
        await page.GotoAsync($"{Home}/submit");
        await page.Locator("#file").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = words.HandIn, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/s/*");
    }

    private int KilosOf(string submission)
    {
        Dictionary<string, int> kilos = File.ReadLines(Path.Combine(challenge, "secret", "answers.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(row => row[0], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return File.ReadLines(submission).Skip(1).Sum(pick => kilos[pick]);
    }

    private string Kilos(int kilos) => words.Number(kilos) + "\u00A0kg";

    private string Worth(int kilos) => "€\u00A0" + words.Number(kilos * 50_000L);

    private static async Task Run(string folder, string program, string script)
    {
        using Process process =
            Process.Start(new ProcessStartInfo(program, [script])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{script}:\n{output}\n{await errors}");
    }

    private async Task<IPage> PageOf(BrowserNewContextOptions? options = null) =>
        await (await browser.Of(board.Address, options)).NewPageAsync();

    private void Took(string step)
    {
        Times.Add(string.Create(CultureInfo.InvariantCulture, $"{step}: {clock.Elapsed.TotalSeconds:0.0} s"));
        clock.Restart();
    }
}
