using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Does what harms, in a browser: the page asks, the button that says yes has the focus, and is pressed.</summary>
internal static class Asked
{
    /// <param name="look">Looks at the page that asks.</param>
    public static async Task Does(IPage page, string button, string yes, Func<IPage, Task>? look = null)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        ILocator sure = page.GetByRole(AriaRole.Button, new() { Name = yes, Exact = true });
        await Assertions.Expect(sure).ToBeFocusedAsync();
        await Browser.Picture(page, "asked-" + button.Split(' ')[0].ToLowerInvariant());
        if (look is not null)
            await look(page);
        await sure.ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
    }
}
