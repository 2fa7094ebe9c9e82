using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A run as a competitor may see it.</summary>
internal static class PublicTables
{
    public static void Print(PublicSummary summary)
    {
        RunTables.PrintCases("examples", summary.OpenCases);
        FailureList.Print(summary.OpenCases);
        Facts facts = new Facts().Add("predictor", summary.Predictor)
            .Add("cases", $"{Figures.Count(summary.Cases)} of {Figures.Count(summary.CasesOfSet)} ({summary.Set})");
        if (summary.Verdicts.Count > 0)
            facts.Add("verdicts", RunTables.Verdicts(summary.Verdicts));
        if (!summary.Official)
            facts.AddStyled("[yellow]unofficial[/]", "predicts other months than the contest");
        facts.AddStyled("score", summary switch
        {
            { Rejected: { } why } => $"[red]Rejected[/]: {Markup.Escape(why)}",
            { Complete: false } => "[yellow]incomplete: no score[/]",
            { Score: null } => $"withheld: fewer than {PublicView.FewestClosedCases} closed cases",
            _ => $"[bold]{Figures.Score(summary.Score)}[/]  bits {summary.ScoreBits}",
        }).Print();
    }
}
