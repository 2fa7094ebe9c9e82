using Evaluator.Harness.Records;
using Evaluator.Report.ComparedRuns;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The runs of an evaluation, best first.</summary>
internal static class StandingsTable
{
    public static void Print(RunStandings standings, bool withSet)
    {
        FittedTable table = new FittedTable(withSet ? $"cases: {standings.Set}" : null).Number("rank").Text("predictor").Number("score")
            .Id("bits", keep: 1)
            .Number("cases", keep: 5).Number("failed", keep: 4).Number("CPU s a case", keep: 2).Text("note", keep: 6);
        foreach (RunStanding one in standings.Rows)
        {
            table.Row(
                $"{(one.Rank is { } rank ? rank : "-")}", one.Manifest.Submission.Name, Figures.Score(one.Summary.Score),
                one.Summary.ScoreBits ?? "", $"{one.Summary.Cases}/{one.Summary.CasesOfSet}", Figures.Count(one.Failed),
                one.MeanCpuSeconds is { } seconds ? Figures.Seconds(seconds) : "", Note(one));
        }
        table.Print();
        if (standings.Apart is { } why)
            AnsiConsole.MarkupLineInterpolated($"ranked apart: {why}");
        if (standings.Rows is [var first, ..] && !first.Manifest.Official)
            AnsiConsole.MarkupLineInterpolated(
                $"[yellow]unofficial[/] these runs predict months {first.Manifest.Months}, not the contest's");
    }

    private static string Note(RunStanding one) => one switch
    {
        { Summary.Rejected: { } why } => $"Rejected: {why.Split('\n')[0]}",
        { Summary.Complete: false } => "incomplete",
        { Summary.Score: null } => $"withheld: fewer than {PublicView.FewestClosedCases} closed cases",
        { Conflicts: > 0 } => $"{one.Conflicts} cases had other bits when played twice",
        _ => "",
    };
}
