using Evaluator.Confinement;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What a fast run says: its score, and how far it can be trusted.</summary>
internal static class FastTables
{
    private const int CasesShown = 5;

    public static void Print(FastResult result, FastRun run)
    {
        RunTables.PrintExtremes(AnsiConsole.Console, [.. result.Cases.Where(one => one.Verdict == Verdict.Accepted)]);
        FailureList.Print(result.Cases);
        foreach (FaultRecord fault in run.Faults.Take(CasesShown))
            AnsiConsole.MarkupLineInterpolated($"[red]fault[/] {fault.Case}: {fault.Message}");
        foreach (string text in run.Printed)
            Console.Error.Write(text);
        if (result.Different.Count > 0)
            Console.Error.WriteLine(
                "warning: a fresh process gives other bits: the predictor carries something from case to case, or is not deterministic. "
                + "Only a run without --fast says what it scores.");
        new Facts().AddStyled("[yellow]note[/]", Markup.Escape(result.Why))
            .Add("cases", $"{Figures.Count(result.Cases.Count)} of {Figures.Count(result.CasesOfSet)} ({result.Set})")
            .Add("verdicts", RunTables.Verdicts(result.Verdicts))
            .AddStyled("played again", result switch
            {
                { PlayedAgain.Count: 0 } => "none",
                { Different.Count: 0 } => $"{result.PlayedAgain.Count} in fresh processes: the same bits",
                _ => $"[red]other bits in {result.Different.Count} of {result.PlayedAgain.Count}[/] in fresh processes: "
                    + Markup.Escape(string.Join(", ", result.Different)),
            })
            .AddStyled("score", $"[bold]{Figures.Score(result.Score)}[/]  bits {result.ScoreBits ?? "-"}").Print();
    }
}
