using Evaluator.Confinement;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What a fast run says: its score, and how far it can be trusted.</summary>
internal static class FastTables
{
    private const int CasesShown = 5;

    public static void Print(FastResult result, FastRun run, string folder)
    {
        Table table = new Table().RoundedBorder().HideHeaders().AddColumns("what", "value");
        table.AddRow("[yellow]unofficial[/]", Markup.Escape(result.Why));
        table.AddRow("cases", $"{result.Cases.Count} of {result.CasesOfSet} ({Markup.Escape(result.Set)})");
        table.AddRow("score", $"[bold]{Figures.Score(result.Score)}[/]  bits {result.ScoreBits ?? "-"}");
        table.AddRow("verdicts", string.Join(", ", result.Verdicts.Select(verdict => $"{verdict.Key} {verdict.Value}")));
        table.AddRow("played again", result switch
        {
            { PlayedAgain.Count: 0 } => "none",
            { Different.Count: 0 } => $"{result.PlayedAgain.Count} in fresh processes: the same bits",
            _ => $"[red]other bits in {result.Different.Count} of {result.PlayedAgain.Count}[/] in fresh processes: "
            + $"{string.Join(", ", result.Different)}",
        });
        AnsiConsole.Write(table);
        RunTables.PrintCases("failed", result.Cases.Where(one => one.Verdict != Verdict.Accepted).Take(CasesShown));
        RunTables.PrintCases("slowest", result.Cases.OrderByDescending(one => one.CpuSeconds).Take(CasesShown));
        foreach (FaultRecord fault in run.Faults.Take(CasesShown))
            AnsiConsole.MarkupLineInterpolated($"[red]fault[/] {fault.Case}: {fault.Message}");
        foreach (string text in run.Printed)
            Console.Error.Write(text);
        if (result.Different.Count > 0)
            Console.Error.WriteLine(
                "warning: a fresh process gives other bits: the predictor carries something from case to case, or is not deterministic. "
                + "Only a run without --fast says what it scores.");
        Console.Out.WriteLine($"written: {Path.Combine(folder, "fast.json")}");
    }
}
