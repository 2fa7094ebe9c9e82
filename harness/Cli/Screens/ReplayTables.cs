using System.Globalization;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Scorer.Definition;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What playing cases twice showed.</summary>
internal static class ReplayTables
{
    public static void Print(IAnsiConsole console, IReadOnlyList<ReplayFinding> findings, IReadOnlyList<string> differences)
    {
        console.MarkupLine("[bold]played again[/]");
        foreach (ReplayFinding finding in findings)
            console.MarkupLine($"  {Markup.Escape(finding.Case)}  {Text(finding)}");
        foreach (string difference in differences)
            console.MarkupLineInterpolated($"[yellow]changed since the run[/] {difference}");
    }

    private static string Text(ReplayFinding finding)
    {
        if (!finding.Known)
            return $"[yellow]not known[/]: a fault of ours; {Markup.Escape(finding.Detail ?? "")}";
        if (finding.Recorded != finding.Replayed)
            return $"[red]not deterministic[/]: {finding.Recorded} in the run, {finding.Replayed} now. "
                + $"{Markup.Escape(finding.Detail ?? "")}";
        if (finding.Difference is not { } difference)
            return finding.Recorded == Confinement.Verdict.Accepted ? "[green]the same bits[/]" : $"the same verdict, {finding.Recorded}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[red]not deterministic[/]: {difference.Differing:N0} values differ, first at location {Markup.Escape(difference.Location)} "
            + $"(index {difference.LocationIndex}), "
            + $"month {difference.Month}, day {difference.Day}, {EventTypes.Names[difference.Type]}: {difference.Recorded:R} in the run, "
            + $"{difference.Replayed:R} now");
    }
}
