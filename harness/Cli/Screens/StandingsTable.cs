using Evaluator.Harness.Records;
using Evaluator.Report.ComparedRuns;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The runs of an evaluation, best first.</summary>
internal static class StandingsTable
{
    public static void Print(RunStandings standings)
    {
        Table table = new Table().RoundedBorder()
            .AddColumns("rank", "predictor", "score", "bits", "cases", "failed", "CPU s a case", "note");
        foreach (int right in (int[])[0, 2, 4, 5, 6])
            table.Columns[right].RightAligned().NoWrap();
        foreach (RunStanding one in standings.Rows)
        {
            table.AddRow(
                one.Rank?.ToString()
                    ?? "-", Markup.Escape(one.Manifest.Submission.Name), Figures.Score(one.Summary.Score), one.Summary.ScoreBits ?? "",
                $"{one.Summary.Cases}/{one.Summary.CasesOfSet}", Figures.Count(one.Failed), one.MeanCpuSeconds is { } seconds
                    ? Figures.Seconds(seconds)
                    : "", Markup.Escape(Note(one)));
        }
        AnsiConsole.Write(table);
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
