using Evaluator.Harness.Again;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What changed when a run was scored again.</summary>
internal static class RescoreTables
{
    private const int CasesShown = 20;

    public static void Print(Rescoring rescoring, TimeSpan took)
    {
        (RunSummary before, RunSummary after) = (rescoring.Before, rescoring.After);
        Table head = new Table().RoundedBorder().AddColumns("", "the run", "now");
        head.AddRow("score", Score(before), Score(after));
        head.AddRow("score bits", before.ScoreBits ?? "-", after.ScoreBits ?? "-");
        head.AddRow("cases scored", $"{before.Cases} of {before.CasesOfSet}", $"{after.Cases} of {after.CasesOfSet}");
        head.AddRow("events", Figures.Count(before.Events), Figures.Count(after.Events));
        head.AddRow("not placed", Figures.Count(before.Unplaced), Figures.Count(after.Unplaced));
        AnsiConsole.Write(head);

        foreach (string difference in rescoring.Differences)
            AnsiConsole.MarkupLineInterpolated($"[yellow]changed[/] {difference}");
        foreach (string blockGroup in rescoring.Unscorable)
            AnsiConsole.MarkupLineInterpolated($"[red]not scored[/] {blockGroup}: its locations are others now; run it again");
        if (rescoring.Changed.Count > 0)
            AnsiConsole.Write(Changes(rescoring.Changed));
        Console.Out.WriteLine(
            $"{rescoring.Changed.Count} of {before.Cases} cases "
            + $"changed{(rescoring.Changed.Count > CasesShown ? $", the {CasesShown} that changed most are shown" : "")}; "
            + $"scored from the archive in {Figures.Seconds(took.TotalSeconds)} s");
        Console.Out.WriteLine(before.PublicationHash == after.PublicationHash
            ? $"publication hash: {after.PublicationHash ?? "none"}, as before"
            : $"publication hash: {before.PublicationHash ?? "none"} before, {after.PublicationHash ?? "none"} now");
    }

    private static string Score(RunSummary summary) => summary.Complete ? Figures.Score(summary.Score) : "incomplete";

    private static Table Changes(IReadOnlyList<RescoredCase> changed)
    {
        Table table = new Table().RoundedBorder().Title("changed cases")
            .AddColumns("case", "score of the run", "score now", "difference", "events", "events now", "verdict now");
        foreach (TableColumn column in table.Columns.Skip(1).Take(5))
            column.RightAligned();
        foreach (RescoredCase one in changed.OrderByDescending(one => Math.Abs(Difference(one))).Take(CasesShown))
        {
            table.AddRow(one.Before.Case, Figures.Score(one.Before.Score), Figures.Score(one.After.Score), Figures.Score(Difference(one)),
                $"{Events(one.Before)}", $"{Events(one.After)}", $"{one.After.Verdict}");
        }
        return table;
    }

    private static double Difference(RescoredCase one) => one.After.Score!.Value - one.Before.Score!.Value;

    private static int Events(CaseResult result) => result.Months.Sum(month => month.Events);
}
