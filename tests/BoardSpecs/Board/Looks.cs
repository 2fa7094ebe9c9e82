using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>What every page keeps to, whoever looks at it: it fits its screen, and axe finds no serious fault.</summary>
internal static class Looks
{
    /// <summary>
    /// What sticks out of the window and is in no box that scrolls by itself. A box that hides what is too wide would hide the fault too,
    /// so only boxes that scroll count.
    /// </summary>
    private const string StickingOut = """
        () => {
          const width = document.documentElement.clientWidth, found = [];
          if (document.scrollingElement.scrollWidth > width)
            found.push(`the page is ${document.scrollingElement.scrollWidth} wide in a window of ${width}`);
          const scrolls = element => {
            for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
              if (["auto", "scroll"].includes(getComputedStyle(box).overflowX) && box.getBoundingClientRect().right <= width + 1)
                return true;
            return false;
          };
          for (const element of document.querySelectorAll("body *")) {
            const box = element.getBoundingClientRect();
            if (element.closest(".unseen, .skip, svg") || box.width === 0 || box.height === 0) continue;
            if ((box.right > width + 1 || box.left < -1) && !scrolls(element)) found.push(element.outerHTML.slice(0, 120));
          }
          return found.slice(0, 3);
        }
        """;

    public static async Task Fit(IPage page) => Assert.Empty(await WhatSticksOut(page));

    public static async Task Accessible(IPage page) => Assert.Empty(await AxeFaults(page));

    public static async Task<IReadOnlyList<string>> WhatSticksOut(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>(StickingOut)).Select(what => $"{page.Url}: {what}")];

    /// <param name="rules">Only these; all where none is named.</param>
    public static async Task<IReadOnlyList<string>> AxeFaults(IPage page, params string[] rules) =>
        [.. (await page.RunAxe(OnlyBy(rules))).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{page.Url}: {violation.Id}: {violation.Help} {Where(violation)}")];

    private static AxeRunOptions OnlyBy(string[] rules) =>
        rules.Length == 0 ? new() : new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = [.. rules] } };

    private static string Where(AxeResultItem violation) => $"({violation.Nodes.Length} times) {violation.Nodes[0].Html} "
        + string.Join("; ", violation.Nodes[0].Any.Select(any => any.Message));
}
