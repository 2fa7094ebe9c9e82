using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>One headless Chromium for the specs of a class. Where there is none they skip, visibly.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>For every wait: a page that is to change in five seconds did not under twenty busy loops on two cores.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly float MostMilliseconds = (float)Patience.TotalMilliseconds;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(MostMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"], Timeout = MostMilliseconds });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A browser of somebody's own: cookies of their own, with or without JavaScript, of any size.</summary>
    internal async Task<IBrowserContext> Of(Uri board, BrowserNewContextOptions? options = null)
    {
        Assert.SkipUnless(browser is not null, $"{Chromium} is not installed");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = board.ToString();
        IBrowserContext context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(MostMilliseconds);
        return context;
    }

    /// <summary>Where pictures go that somebody wants to look at: $BOARD_PICTURES; nowhere without it.</summary>
    internal static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BOARD_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
