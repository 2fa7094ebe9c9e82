using Evaluator.Standings.Verification;
using Spectre.Console;

namespace Evaluator.Cli.Commands.Board;

/// <summary>One thing that was checked, as a line.</summary>
internal static class CheckLine
{
    public static void Print(Check check)
    {
        (string word, string colour) = check.Verdict switch
        {
            CheckVerdict.Holds => ("holds", "green"),
            CheckVerdict.DoesNotHold => ("WRONG", "red"),
            _ => ("open", "yellow"),
        };
        AnsiConsole.Markup($"  [{colour}]{word,-6}[/]");
        Console.Out.WriteLine($"{check.Name,-10} {Harmless(check.What)}");
    }

    /// <summary>A log is somebody's file: what it says must not steer the terminal.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
