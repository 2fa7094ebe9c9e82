using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Somebody with a keyboard and nothing else: everything is reached by the Tab key, and must show that it has the
/// focus.</summary>
internal sealed class Typist(IPage page)
{
    // More stops than any page of a small contest has: who needs more has been round the page.
    private const int MostStops = 120;

    // One every twenty seconds, in the time that every wait has.
    private const int MostPresses = 6;

    private const string HasFocus = "one => one === document.activeElement",
        Chosen = "list => list.options[list.selectedIndex].text",
        Shows = "one => { const look = getComputedStyle(one); return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0; }";

    public IPage Page => page;

    /// <summary>Types an address.</summary>
    public Task Opens(string address) => page.GotoAsync(address);

    /// <summary>Goes to a field and writes into it.</summary>
    public async Task Writes(string label, string text)
    {
        await Reaches(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a list and chooses what begins with a text, by the arrows: letters that a busy machine brings late are
    /// not one word to a list.</summary>
    public async Task Chooses(string label, string start)
    {
        ILocator list = page.GetByLabel(label, new() { Exact = true });
        await Reaches(list);
        await page.Keyboard.PressAsync("Home");
        for (int stop = 0; stop < MostStops; stop++)
        {
            if ((await list.EvaluateAsync<string>(Chosen)).StartsWith(start, StringComparison.Ordinal))
                return;
            await page.Keyboard.PressAsync("ArrowDown");
        }
        Assert.Fail($"{MostStops} arrows down never reached {start} in {label} on {page.Url}");
    }

    public Task Follows(string link) => Enters(AriaRole.Link, link);

    public Task Presses(string button) => Enters(AriaRole.Button, button);

    /// <summary>Goes to the field of a file, opens the machine's own dialogue with the space bar, and names a file there.</summary>
    /// <remarks>The browser opens it when the bar is let go, and only within five seconds of its going down: where a busy machine lets
    /// more pass, nothing happens, and one presses again.</remarks>
    public async Task Names(string label, FilePayload file)
    {
        await Reaches(page.GetByLabel(label, new() { Exact = true }));
        TaskCompletionSource<IFileChooser> dialogue = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Opened(object? _, IFileChooser opened) => dialogue.TrySetResult(opened);
        page.FileChooser += Opened;
        for (int press = 0; press < MostPresses && !dialogue.Task.IsCompleted; press++)
        {
            await page.Keyboard.PressAsync("Space");
            await Task.WhenAny(dialogue.Task, Task.Delay(Browser.Patience / MostPresses));
        }
        page.FileChooser -= Opened;
        Assert.True(dialogue.Task.IsCompleted, $"{MostPresses} times the space bar never opened a dialogue for {label} on {page.Url}");
        await (await dialogue.Task).SetFilesAsync(file);
    }

    /// <summary>Tab after Tab until something has the focus, and shows it.</summary>
    public async Task Reaches(ILocator target)
    {
        await Assertions.Expect(target).ToHaveCountAsync(1);
        for (int stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>(HasFocus))
            {
                Assert.True(await target.EvaluateAsync<bool>(Shows), $"{target} has the focus and doesn't show it");
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{MostStops} times Tab never reached {target} on {page.Url}");
    }

    private async Task Enters(AriaRole role, string name)
    {
        await Reaches(page.GetByRole(role, new() { Name = name, Exact = true }).First);
        TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? _, IPage __) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
        page.Load -= Loaded;
    }
}
