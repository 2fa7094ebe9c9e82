namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// Waits for what comes by itself: the board learns of another process's entries within a second, on a loaded machine later.
/// </summary>
internal static class Await
{
    private const int Attempts = 240;

    public static async Task That(Func<Task<bool>> holds, Func<string> says)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        Assert.Fail(says());
    }

    /// <summary>An address comes to say something.</summary>
    public static async Task Says(Person person, string path, string text)
    {
        string seen = "";
        await That(async () =>
        {
            using HttpResponseMessage answer = await person.Client.GetAsync(path);
            return (seen = await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
        }, () => $"{path} never said \"{text}\"; it says\n{seen}");
    }
}
