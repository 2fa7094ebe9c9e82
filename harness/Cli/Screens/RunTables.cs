using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A run in tables. What a reader came for, the score and the verdicts, comes last, where the eye is.</summary>
internal static class RunTables
{
    private const int CasesShown = 5;

    /// <summary>Room of the publication hash and its name on one line.</summary>
    private const int HashColumns = 84;

    /// <param name="console">Where it is to be read.</param>
    /// <param name="results">The sound results of the run.</param>
    /// <param name="withSandbox">False where it was said when the run began.</param>
    public static void Print(
        IAnsiConsole console, RunFolder folder, RunSummary summary, IReadOnlyList<CaseResult> results, bool withSandbox)
    {
        RunManifest manifest = folder.ReadManifest();
        CaseResult[] accepted = [.. results.Where(result => result.Verdict == Verdict.Accepted)];
        PrintExtremes(console, accepted);
        if (folder.ReadVerification() is { } verification)
            ReplayTables.Print(console, verification.Findings, []);
        foreach ((string evaluator, int cases) in summary.OtherEvaluators ?? new Dictionary<string, int>())
            console.MarkupLineInterpolated($"[yellow]note[/] {cases} cases were played by {evaluator}; {manifest.Code} began the run");
        foreach (string note in manifest.DataNotes)
            console.MarkupLineInterpolated($"[yellow]note:[/] {note}");
        console.WriteLine();
        Overview(manifest, summary, results, folder.ReadTimings(), withSandbox).Print(console);
        FailureList.Print(console, results, folder);
        Outcome(manifest, summary).Print(console);
        console.Profile.Out.Writer.WriteLine($"run folder: {folder.Path}");
        if (summary.PublicationHash is { } hash)
            PrintHash(console.Profile, hash);
    }

    /// <summary>The same in full, as `show` prints it to standard output.</summary>
    public static string Text(RunFolder folder, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        using var text = new StringWriter();
        Print(Screen.Into(text), folder, summary, results, withSandbox: true);
        return text.ToString();
    }

    public static string Verdicts(IReadOnlyDictionary<string, int> verdicts) =>
        string.Join(", ", verdicts.Select(verdict => $"{verdict.Key} {Figures.Count(verdict.Value)}"));

    private static void PrintHash(Profile profile, string hash)
    {
        profile.Out.Writer.Write("publication hash: ");
        if (profile.Width < HashColumns)
            profile.Out.Writer.Write("\n  ");
        profile.Out.Writer.WriteLine(Cell.Cut(hash, Math.Max(16, profile.Width - 3)));
    }

    /// <summary>The best and worst by score, and the slowest, of those that were accepted.</summary>
    public static void PrintExtremes(IAnsiConsole console, IReadOnlyList<CaseResult> accepted)
    {
        FittedTable table = Cases(new FittedTable().Id(""));
        if (accepted.Count > CasesShown)
        {
            Add(table, "best", accepted.OrderByDescending(result => result.Score));
            Add(table, "worst", accepted.OrderBy(result => result.Score));
        }
        Add(table, "slowest", accepted.OrderByDescending(result => result.CpuSeconds));
        table.Print(console);
    }

    public static void PrintCases(string title, IEnumerable<CaseResult> cases)
    {
        FittedTable table = Cases(new FittedTable(title));
        foreach (CaseResult result in cases)
            table.Row(CellsOf(result));
        table.Print();
    }

    private static FittedTable Cases(FittedTable table) => table.Id("case").Number("score")
        .Number("locations", keep: 2).Number("events", keep: 3).Number("CPU s", keep: 5).Number("wall s", keep: 1).Number("MiB", keep: 4);

    private static void Add(FittedTable table, string label, IEnumerable<CaseResult> ordered)
    {
        foreach ((int at, CaseResult result) in ordered.Take(CasesShown).Index())
            table.Row([at == 0 ? label : "", .. CellsOf(result)]);
    }

    private static Cell[] CellsOf(CaseResult result) =>
    [
        result.Case, Figures.Score(result.Score), Figures.Count(result.Locations),
        Figures.Count(result.Months.Sum(month => month.Events)),
        Figures.Seconds(result.CpuSeconds), Figures.Seconds(result.WallSeconds), Figures.Mebibytes(result.PeakMemoryBytes),
    ];

    private static Facts Overview(
        RunManifest manifest, RunSummary summary, IReadOnlyList<CaseResult> results, RunTimings? timings, bool withSandbox)
    {
        string compiler = manifest.Submission.Compiler is { } name ? $", compiled by {name}" : "";
        Facts facts =
            new Facts().Add("predictor", $"{manifest.Submission.Name} ({Figures.Count(manifest.Submission.Bytes)} bytes{compiler})");
        if (manifest.Sandbox is { } sandbox && withSandbox)
            facts.Add("sandbox", $"level {sandbox.Level} ({string.Join("; ", sandbox.Mechanisms)})");
        AddData(facts, manifest, summary);
        if (results.Count > 0)
        {
            facts.Add("a case", $"CPU {Figures.Seconds(results.Average(result => result.CpuSeconds))} s in the mean, "
                + $"{Figures.Seconds(results.Max(result => result.CpuSeconds))} s at most (limit {manifest.Limits.CpuSeconds} s); "
                + $"memory {Figures.Mebibytes(results.Max(result => result.PeakMemoryBytes))} MiB at most "
                + $"(limit {manifest.Limits.MemoryMebibytes} MiB)");
        }
        if (timings is { Cases: > 0 })
        {
            facts.Add("took", $"{Figures.Duration(timings.WallSeconds)} for {FailureList.Cases(timings.Cases)}, "
                + $"{timings.Lanes} {(timings.Lanes == 1 ? "worker" : "workers")}");
        }
        return facts;
    }

    /// <summary>What failed stands between this and the rest: a small screen still has both.</summary>
    private static Facts Outcome(RunManifest manifest, RunSummary summary)
    {
        var facts = new Facts();
        facts.Add("cases", $"{Figures.Count(summary.Cases)} of {Figures.Count(summary.CasesOfSet)} ({summary.Set})");
        if (summary.Verdicts.Count > 0)
            facts.Add("verdicts", Verdicts(summary.Verdicts));
        if (!summary.Official)
            facts.AddStyled("[yellow]unofficial[/]", $"predicts months {Markup.Escape(manifest.Months)}, not the contest's");
        return facts.AddStyled("score", summary switch
        {
            { Rejected: { } why } => $"[red]Rejected[/]: {Markup.Escape(why)}",
            { Complete: false } => "[yellow]incomplete: no score[/]",
            _ => $"[bold]{Figures.Score(summary.Score)}[/]  bits {summary.ScoreBits}",
        });
    }

    /// <summary>What was not used is said only where there is some.</summary>
    private static void AddData(Facts facts, RunManifest manifest, RunSummary summary)
    {
        string placed = $"{Figures.Count(summary.Events)} placed";
        if (summary.Unplaced > 0)
        {
            placed += $", {Figures.Count(summary.Unplaced)} not ({Figures.Count(summary.UnplacedBy.UnknownLocation)} unknown location, "
                + $"{Figures.Count(summary.UnplacedBy.UnreadableDate)} unreadable date, "
                + $"{Figures.Count(summary.UnplacedBy.OutsideMonth)} outside their month)";
        }
        if (summary.Cases > 0)
            facts.Add("events", placed);
        if (manifest.ForeclosureRowsLeftOut > 0)
            facts.Add("foreclosures", $"{Figures.Count(manifest.ForeclosureRowsLeftOut)} rows not passed: too late or undated");
    }
}
