using Evaluator.Comparing;
using Evaluator.Report.ComparedRuns;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A comparison of runs: the verdict in words first, then the figures it rests on.</summary>
internal static class ComparisonTables
{
    public static void Print(ScoredRun a, ScoredRun b, PairedDifference difference, int top, bool forCompetitors)
    {
        if (forCompetitors)
            PrintOpen([.. difference.Influences.Where(influence => a.View.Shows(influence.Case) && b.View.Shows(influence.Case))]);
        else
            PrintInfluences(difference, top);
        PrintNotes([a, b]);
        new Facts()
            .Add("A", $"{Figures.Score(a.Score)}  {a.Label}, {(forCompetitors ? Path.GetFileName(a.Folder) : a.Folder)}")
            .Add("B", $"{Figures.Score(b.Score)}  {b.Label}, {(forCompetitors ? Path.GetFileName(b.Folder) : b.Folder)}")
            .AddStyled("B − A", $"[bold]{ComparisonText.Points(difference.Mean)}[/]")
            .Add("95 % interval", difference is { Low: { } low, High: { } high }
                ? $"{ComparisonText.Points(low)} to {ComparisonText.Points(high)}"
                : "too few cases")
            .Add("p", $"{ComparisonText.PValue(difference.PValue)} (sign-flip permutation test, two-sided)")
            .Add("cases", $"B better in {Figures.Count(difference.Wins)}, A in {Figures.Count(difference.Losses)}, "
                + $"the same in {Figures.Count(difference.Ties)}")
            .Print();
        AnsiConsole.WriteLine(ComparisonText.InWords(a.Label, b.Label, difference));
    }

    public static void Print(RankedRuns ranked)
    {
        FittedTable table = new FittedTable("runs").Text("run").Number("score").Id("group").Number("below the best", keep: 3)
            .Id("95 % interval", keep: 2).Number("p (Holm)", keep: 1);
        for (int rank = 0; rank < ranked.Runs.Count; rank++)
        {
            ScoredRun run = ranked.Runs[rank];
            RankedPair? pair = ranked.Ranking.Pairs.FirstOrDefault(pair => pair.First == 0 && pair.Second == rank);
            table.Row(
                run.Label, Figures.Score(run.Score), ranked.Ranking.Groups[rank],
                pair is null ? "" : ComparisonText.Points(pair.Difference.Mean),
                pair?.Difference is { Low: { } low, High: { } high }
                    ? $"{ComparisonText.Points(low)} to {ComparisonText.Points(high)}"
                    : "",
                pair is null ? "" : ComparisonText.PValue(pair.AdjustedPValue));
        }
        table.Print();
        string[] best = [.. ranked.Runs.Where((_, rank) => ranked.Ranking.Groups[rank].Contains('a')).Select(run => run.Label)];
        AnsiConsole.WriteLine(best.Length == 1
            ? $"{best[0]} is better than every other run. Runs that share a letter are not distinguishable on these cases."
            : $"Not distinguishable at the top: {string.Join(", ", best)}. "
            + "Runs that share a letter are not distinguishable on these cases.");
        PrintNotes(ranked.Runs);
    }

    private static void PrintInfluences(PairedDifference difference, int top)
    {
        CaseInfluence[] deciding = [.. difference.Influences.Take(top).Where(influence => influence.Difference != 0)];
        if (deciding.Length == 0)
            return;
        FittedTable table = new FittedTable("the cases that decide it, B − A").Id("case").Number("B − A")
            .Number("of the whole", keep: 2).Number("mean without it\nand those above", keep: 1);
        double whole = difference.Mean * difference.Influences.Count;
        foreach (CaseInfluence influence in deciding)
            table.Row(
                influence.Case, ComparisonText.Points(influence.Difference), Figures.Percent(influence.Difference / whole),
                ComparisonText.Points(influence.MeanWithout));
        table.Print();
    }

    /// <summary>What the mean would be without a case, and its share of the whole, would tell about the others: left out.</summary>
    private static void PrintOpen(IReadOnlyList<CaseInfluence> influences)
    {
        if (influences.Count == 0)
            return;
        FittedTable table = new FittedTable("the examples").Id("case").Number("B − A");
        foreach (CaseInfluence influence in influences)
            table.Row(influence.Case, ComparisonText.Points(influence.Difference));
        table.Print();
    }

    private static void PrintNotes(IReadOnlyList<ScoredRun> runs)
    {
        if (runs.Any(run => !run.Manifest.Official))
            AnsiConsole.MarkupLineInterpolated(
                $"[yellow]unofficial[/] these runs predict months {runs[0].Manifest.Months}, not the contest's");
        if (runs.Select(run => run.Manifest.Limits).Distinct().Count() > 1)
            AnsiConsole.MarkupLine("[yellow]note[/] the runs had different limits; a case that failed for them counts as it was scored.");
    }
}
