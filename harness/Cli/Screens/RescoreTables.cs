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
        FittedTable head = new FittedTable().Id("").Number("the run").Number("now")
            .Row("score", Score(before), Score(after))
            .Row("score bits", before.ScoreBits ?? "-", after.ScoreBits ?? "-")
            .Row("cases scored", $"{before.Cases} of {before.CasesOfSet}", $"{after.Cases} of {after.CasesOfSet}")
            .Row("events", Figures.Count(before.Events), Figures.Count(after.Events))
            .Row("not placed", Figures.Count(before.Unplaced), Figures.Count(after.Unplaced));
        foreach (string difference in rescoring.Differences)
            AnsiConsole.MarkupLineInterpolated($"[yellow]changed[/] {difference}");
        foreach (string caseId in rescoring.Unscorable)
            AnsiConsole.MarkupLineInterpolated($"[red]not scored[/] {caseId}: its locations are others now; run it again");
        Changes(rescoring.Changed).Print();
        head.Print();
        Console.Out.WriteLine(
            $"{rescoring.Changed.Count} of {before.Cases} cases "
            + $"changed{(rescoring.Changed.Count > CasesShown ? $", the {CasesShown} that changed most are shown" : "")}; "
            + $"scored from the archive in {Figures.Seconds(took.TotalSeconds)} s");
        if (before.PublicationHash == after.PublicationHash)
            Console.Out.WriteLine($"publication hash: {after.PublicationHash ?? "none"}, as before");
        else
            Console.Out.WriteLine($"publication hash: {before.PublicationHash ?? "none"} before, {after.PublicationHash ?? "none"} now");
    }

    private static string Score(RunSummary summary) => summary.Complete ? Figures.Score(summary.Score) : "incomplete";

    private static FittedTable Changes(IReadOnlyList<RescoredCase> changed)
    {
        FittedTable table = new FittedTable("changed cases").Id("case").Number("score of the run", keep: 4).Number("score now")
            .Number("difference", keep: 5).Number("events", keep: 1).Number("events now", keep: 2).Id("verdict now", keep: 3);
        foreach (RescoredCase one in changed.OrderByDescending(one => Math.Abs(Difference(one))).Take(CasesShown))
        {
            table.Row(one.Before.Case, Figures.Score(one.Before.Score), Figures.Score(one.After.Score), Figures.Score(Difference(one)),
                $"{Events(one.Before)}", $"{Events(one.After)}", $"{one.After.Verdict}");
        }
        return table;
    }

    private static double Difference(RescoredCase one) => one.After.Score!.Value - one.Before.Score!.Value;

    private static int Events(CaseResult result) => result.Months.Sum(month => month.Events);
}
