using Evaluator.Comparing;
using Evaluator.Report.ComparedRuns;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A comparison of runs: the verdict in words first, then the figures it rests on.</summary>
internal static class ComparisonTables
{
    public static void Print(ScoredRun a, ScoredRun b, PairedDifference difference, int top, bool forCompetitors)
    {
        Console.Out.WriteLine(ComparisonText.InWords(a.Label, b.Label, difference));
        Table figures = new Table().RoundedBorder().HideHeaders().AddColumns("what", "value");
        figures.AddRow(
            "A", Markup.Escape($"{Figures.Score(a.Score)}  {a.Label}, {(forCompetitors ? Path.GetFileName(a.Folder) : a.Folder)}"));
        figures.AddRow(
            "B", Markup.Escape($"{Figures.Score(b.Score)}  {b.Label}, {(forCompetitors ? Path.GetFileName(b.Folder) : b.Folder)}"));
        figures.AddRow("B − A", $"[bold]{ComparisonText.Points(difference.Mean)}[/]");
        figures.AddRow(
            "95 % interval", difference is { Low: { } low, High: { } high }
                ? $"{ComparisonText.Points(low)} to {ComparisonText.Points(high)}"
                : "too few cases");
        figures.AddRow("p", $"{ComparisonText.PValue(difference.PValue)} (sign-flip permutation test, two-sided)");
        figures.AddRow("cases", $"B better in {difference.Wins}, A in {difference.Losses}, the same in {difference.Ties}");
        AnsiConsole.Write(figures);
        if (forCompetitors)
            PrintOpen([.. difference.Influences.Where(influence => a.View.Shows(influence.Case) && b.View.Shows(influence.Case))]);
        else
            PrintInfluences(difference, top);
        PrintNotes([a, b]);
    }

    public static void Print(RankedRuns ranked)
    {
        Table table = new Table().RoundedBorder().Title("runs")
            .AddColumns("run", "score", "group", "below the best", "95 % interval", "p (Holm)");
        for (int rank = 0; rank < ranked.Runs.Count; rank++)
        {
            ScoredRun run = ranked.Runs[rank];
            RankedPair? pair = ranked.Ranking.Pairs.FirstOrDefault(pair => pair.First == 0 && pair.Second == rank);
            table.AddRow(
                Markup.Escape(run.Label), Figures.Score(run.Score), ranked.Ranking.Groups[rank], pair is null
                ? ""
                : ComparisonText.Points(pair.Difference.Mean),
                pair?.Difference is { Low: { } low, High: { } high }
                ? $"{ComparisonText.Points(low)} to {ComparisonText.Points(high)}"
                : "",
                pair is null ? "" : ComparisonText.PValue(pair.AdjustedPValue));
        }
        AnsiConsole.Write(table);
        string[] best = [.. ranked.Runs.Where((_, rank) => ranked.Ranking.Groups[rank].Contains('a')).Select(run => run.Label)];
        Console.Out.WriteLine(best.Length == 1
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
        Table table = new Table().RoundedBorder().Title("the cases that decide it")
            .AddColumns("case", "B − A", "of the whole difference", "mean of B − A without it and those above");
        foreach (TableColumn column in table.Columns.Skip(1))
            column.RightAligned();
        double whole = difference.Mean * difference.Influences.Count;
        foreach (CaseInfluence influence in deciding)
            table.AddRow(
                influence.Case, ComparisonText.Points(influence.Difference), Figures.Percent(influence.Difference / whole),
                ComparisonText.Points(influence.MeanWithout));
        AnsiConsole.Write(table);
    }

    /// <summary>What the mean would be without a case, and its share of the whole, would tell about the others: left out.</summary>
    private static void PrintOpen(IReadOnlyList<CaseInfluence> influences)
    {
        if (influences.Count == 0)
            return;
        Table table = new Table().RoundedBorder().Title("the examples").AddColumns("case", "B − A");
        table.Columns[1].RightAligned();
        foreach (CaseInfluence influence in influences)
            table.AddRow(influence.Case, ComparisonText.Points(influence.Difference));
        AnsiConsole.Write(table);
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
