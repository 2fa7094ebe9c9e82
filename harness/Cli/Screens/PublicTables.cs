using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A run as a competitor may see it.</summary>
internal static class PublicTables
{
    public static void Print(PublicSummary summary)
    {
        Table table = new Table().RoundedBorder().HideHeaders().AddColumns("what", "value");
        table.AddRow("predictor", Markup.Escape(summary.Predictor));
        table.AddRow("cases", $"{summary.Cases} of {summary.CasesOfSet} ({Markup.Escape(summary.Set)})");
        table.AddRow("score", summary switch
        {
            { Rejected: { } why } => $"[red]Rejected[/]: {Markup.Escape(why)}",
            { Complete: false } => "[yellow]incomplete: no score[/]",
            { Score: null } => $"withheld: fewer than {PublicView.FewestClosedCases} closed cases",
            _ => $"[bold]{Figures.Score(summary.Score)}[/]  bits {summary.ScoreBits}",
        });
        if (!summary.Official)
            table.AddRow("[yellow]unofficial[/]", "predicts other months than the contest");
        table.AddRow("verdicts", string.Join(", ", summary.Verdicts.Select(verdict => $"{verdict.Key} {verdict.Value}")));
        AnsiConsole.Write(table);
        RunTables.PrintCases("examples", summary.OpenCases);
    }
}
