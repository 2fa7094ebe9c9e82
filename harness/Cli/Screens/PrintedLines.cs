using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The end of what a predictor printed in a case: that it printed is said, and where all of it is.</summary>
internal static class PrintedLines
{
    /// <summary>What killed a process is told with its last words; they need not stand there twice.</summary>
    public static bool AreInDetail(CaseResult result) => result.Reason == "exit";

    /// <param name="most">Lines at most.</param>
    public static void Print(IAnsiConsole console, RunFolder folder, CaseResult result, int most, string indent = "")
    {
        if (result.ConsoleBytes == 0 || AreInDetail(result))
            return;
        string[] lines = folder.ReadConsole(result.Case).TrimEnd().Split('\n');
        bool isAll = lines.Length <= most;
        console.WriteLine($"{indent}{result.Case} printed {Figures.Count(result.ConsoleBytes)} bytes"
            + $"{(isAll ? "" : "; the last lines")} (console/{result.Case}.txt):");
        foreach (string line in lines.TakeLast(most))
            console.WriteLine(Cell.Cut($"{indent}  {line}", console.Profile.Width));
    }
}
