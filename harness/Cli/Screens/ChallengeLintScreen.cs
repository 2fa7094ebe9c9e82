using Evaluator.Challenges.Lint;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What the lint found in a challenge's folder, the verdict last.</summary>
internal static class ChallengeLintScreen
{
    public static void Print(LintedChallenge challenge)
    {
        foreach (LintFinding finding in challenge.Findings)
            Console.Out.WriteLine(finding);
        if (challenge.Summary is { } summary)
            Console.Out.WriteLine(summary);
        int faults = challenge.Findings.Count(finding => finding.IsFault);
        if (challenge.IsUsable)
            AnsiConsole.MarkupLineInterpolated($"[green]{challenge.Folder} can be put on a board.[/]");
        else
            AnsiConsole.MarkupLineInterpolated(
                $"[red]{challenge.Folder} can't be used:[/] {(faults == 1 ? "1 fault" : $"{faults} faults")}");
    }
}
