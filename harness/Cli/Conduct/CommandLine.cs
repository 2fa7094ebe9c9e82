namespace Evaluator.Cli.Conduct;

/// <summary>The line that this program was started with, to be shown to whoever started it.</summary>
internal static class CommandLine
{
    /// <summary>The same line, ready to be pasted into a shell, that goes on with what is in <paramref name="folder"/>.</summary>
    public static string ToContinue(string folder)
    {
        List<string> words = [.. Environment.GetCommandLineArgs().Skip(1)];
        if (!words.Any(word => word is "--out" or "--plan" || word.StartsWith("--out=", StringComparison.Ordinal)))
            words.AddRange(["--out", folder]);
        if (!words.Contains("--resume") && !words.Contains("--plan"))
            words.Add("--resume");
        return $"evaluator {string.Join(' ', words.Select(Quoted))}";
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:+,@%".Contains(letter))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";
}
