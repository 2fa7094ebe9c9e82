using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Every page of the board in a real browser, for everybody who may see it: on a phone and on a desk, light and dark, nothing sticks out
/// and axe finds no serious fault. A page that the walk does not come to fails it.
/// </summary>
public class PageSpecs(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 390;

    [Fact(Timeout = 1_200_000)]
    public async Task Every_page_fits_a_phone_and_axe_finds_no_serious_fault_in_light_and_dark()
    {
        await using FullBoard board = await FullBoard.Make();
        HashSet<string> pages = [.. (await Routes.All()).Where(route => route.IsPage).Select(route => route.Pattern)];
        Assert.Equal(pages.Order(StringComparer.Ordinal), board.Pages.Select(page => page.Route).Distinct().Order(StringComparer.Ordinal));
        List<string> wrong = [];
        foreach (Who who in (Who[])[Who.Stranger, Who.Own, Who.Organiser])
        {
            await using IBrowserContext context = await browser.Of(board.Web.Address, board.BrowserOf(who));
            IPage page = await context.NewPageAsync();
            HashSet<string> links = [];
            foreach ((string route, string address, Who _) in board.Pages
                .Where(one => one.May.HasFlag(who) && one.Address.Contains(Wanted)))
            {
                wrong.AddRange(await Faults(page, address, $"{who.ToString().ToLowerInvariant()}-{NameOf(route, address)}"));
                links.UnionWith(await page.EvaluateAsync<string[]>(
                    "() => [...document.links].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"));
            }
            if (who == Who.Stranger)
                wrong.AddRange(await WallFaults(page));
            Assert.InRange(links.Count, Wanted.Length > 0 ? 0 : 10, 1000);
            foreach (string link in links)
            {
                IAPIResponse answer = await context.APIRequest.GetAsync(link, new() { MaxRedirects = 0 });
                for (; answer.Status == 429; answer = await context.APIRequest.GetAsync(link, new() { MaxRedirects = 0 }))
                    await Task.Delay(1100, TestContext.Current.CancellationToken);
                if (answer.Status is 404 or >= 500)
                    wrong.Add($"{who}: a link leads to {link}, which answers {answer.Status}");
                await answer.DisposeAsync();
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>$BOARD_PAGES, for somebody who works on a page: only addresses that have this in them are looked at.</summary>
    private static string Wanted { get; } = Environment.GetEnvironmentVariable("BOARD_PAGES") ?? "";

    private static async Task<IReadOnlyList<string>> Faults(IPage page, string address, string name)
    {
        List<string> wrong = [];
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 800);
        IResponse answer = (await page.GotoAsync(address))!;
        if (answer.Status is 404 or >= 500)
            wrong.Add($"{name}: {address} answers {answer.Status}");
        foreach ((int width, ColorScheme scheme) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (Phone, ColorScheme.Dark)])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, width == Phone ? 844 : 800);
            await Browser.Picture(page, $"{name}-{(width == Phone ? "phone-dark" : "desk-light")}");
            // Of what axe looks at only colours depend on the scheme, and only what scrolls on the width; all of it would cost twice.
            string[] rules = scheme == ColorScheme.Light ? [] : ["color-contrast", "scrollable-region-focusable"];
            IReadOnlyList<string> axe = await Looks.AxeFaults(page, rules);
            wrong.AddRange((await Looks.WhatSticksOut(page)).Concat(axe).Select(what => $"{name} at {width}: {what}"));
        }
        return wrong;
    }

    /// <summary>The standings on a wall: all of it fits a projector, in letters that are read from afar.</summary>
    private static async Task<IReadOnlyList<string>> WallFaults(IPage page)
    {
        List<string> wrong = [];
        await page.SetViewportSizeAsync(1920, 1080);
        await page.GotoAsync($"/c/{FullBoard.Contest}/provisional/standings?projector");
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Browser.Picture(page, $"wall-{scheme.ToString().ToLowerInvariant()}");
            wrong.AddRange(await Looks.WhatSticksOut(page));
        }
        int[] sizes = await page.EvaluateAsync<int[]>("""
            () => [document.scrollingElement.scrollHeight, parseInt(getComputedStyle(document.querySelector("#standings td")).fontSize),
                [...document.querySelectorAll("#standings tbody tr")].filter(row => row.getBoundingClientRect().height > 0).length]
            """);
        if (sizes[0] > 1080 || sizes[1] < 24 || sizes[2] != 15)
            wrong.Add($"the wall is {sizes[0]} of 1080 high, its letters have {sizes[1]} pixels, {sizes[2]} rows are shown");
        return wrong;
    }

    private static string NameOf(string route, string address) =>
        (route.Contains("{code") || route == "s/{id}" ? route : address).Trim('/').Replace('/', '-').Replace("?", "_")
            .Replace("{", "").Replace("}", "") is { Length: > 0 } name ? name : "front";
}
