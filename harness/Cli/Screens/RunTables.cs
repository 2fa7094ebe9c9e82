using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>A run in tables: the score, the verdicts, the best, worst and slowest cases, and those that failed.</summary>
internal static class RunTables
{
    private const int CasesShown = 5;

    /// <param name="results">The sound results of the run.</param>
    public static void Print(RunFolder folder, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        RunManifest manifest = folder.ReadManifest();
        AnsiConsole.Write(Overview(manifest, summary, results));
        PrintCases("failed", results.Where(result => result.Verdict != Verdict.Accepted).Take(2 * CasesShown));
        if (results.Count > CasesShown)
        {
            PrintCases("best", Accepted(results).OrderByDescending(result => result.Score).Take(CasesShown));
            PrintCases("worst", Accepted(results).OrderBy(result => result.Score).Take(CasesShown));
        }
        PrintCases("slowest", results.OrderByDescending(result => result.CpuSeconds).Take(CasesShown));
        if (folder.ReadVerification() is { } verification)
            ReplayTables.Print(verification.Findings, []);
        foreach ((string evaluator, int cases) in summary.OtherEvaluators ?? new Dictionary<string, int>())
            AnsiConsole.MarkupLineInterpolated($"[yellow]note[/] {cases} cases were played by {evaluator}; {manifest.Code} began the run");
        foreach (string note in manifest.DataNotes)
            AnsiConsole.MarkupLineInterpolated($"[yellow]note:[/] {note}");
        Console.Out.WriteLine($"run folder: {folder.Path}");
        if (summary.PublicationHash is { } hash)
            Console.Out.WriteLine($"publication hash: {hash}");
    }

    private static IEnumerable<CaseResult> Accepted(IReadOnlyList<CaseResult> results) =>
        results.Where(result => result.Verdict == Verdict.Accepted);

    private static Table Overview(RunManifest manifest, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        Table table = new Table().RoundedBorder().HideHeaders().AddColumns("what", "value");
        table.AddRow(
            "predictor",
            Markup.Escape(
                $"{manifest.Submission.Name} ({Figures.Count(manifest.Submission.Bytes)} "
                + $"bytes{(manifest.Submission.Compiler is { } compiler ? $", compiled by {compiler}" : "")})"));
        table.AddRow("cases", $"{summary.Cases} of {summary.CasesOfSet} ({Markup.Escape(summary.Set)})");
        table.AddRow("score", summary switch
        {
            { Rejected: { } why } => $"[red]Rejected[/]: {Markup.Escape(why)}",
            { Complete: false } => "[yellow]incomplete: no score[/]",
            _ => $"[bold]{Figures.Score(summary.Score)}[/]  bits {summary.ScoreBits}",
        });
        if (manifest.Sandbox is { } sandbox)
            table.AddRow("sandbox", Markup.Escape($"level {sandbox.Level} ({string.Join("; ", sandbox.Mechanisms)})"));
        if (!summary.Official)
            table.AddRow("[yellow]unofficial[/]", $"predicts months {manifest.Months}, not the contest's");
        table.AddRow("verdicts", string.Join(", ", summary.Verdicts.Select(verdict => $"{verdict.Key} {verdict.Value}")));
        table.AddRow(
            "events",
            $"{Figures.Count(summary.Events)} placed, {Figures.Count(summary.Unplaced)} not ({summary.UnplacedBy.UnknownLocation} unknown "
            + "location, "
            + $"{summary.UnplacedBy.UnreadableDate} unreadable date, {summary.UnplacedBy.OutsideMonth} outside their month)");
        if (manifest.ForeclosureRowsLeftOut > 0)
            table.AddRow("foreclosures", $"{Figures.Count(manifest.ForeclosureRowsLeftOut)} rows not passed: too late or undated");
        if (results.Count > 0)
            table.AddRow(
                "CPU s a case",
                $"mean {Figures.Seconds(results.Average(result => result.CpuSeconds))}, most "
                + $"{Figures.Seconds(results.Max(result => result.CpuSeconds))} of {manifest.Limits.CpuSeconds}");
        if (results.Count > 0)
            table.AddRow(
                "MiB a case",
                $"most {Figures.Mebibytes(results.Max(result => result.PeakMemoryBytes))} of {manifest.Limits.MemoryMebibytes}");
        long archived = results.Sum(result => result.Predictions?.Bytes ?? 0);
        if (archived > 0)
        {
            double ratio = results.Sum(result => result.Predictions?.PlainBytes ?? 0) / (double)archived;
            table.AddRow(
                "archive",
                string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(archived)} bytes of predictions, compressed {ratio:F1}-fold"));
        }
        return table;
    }

    internal static void PrintCases(string title, IEnumerable<CaseResult> cases)
    {
        Table table = new Table().RoundedBorder().Title(title)
            .AddColumns("case", "verdict", "score", "locations", "events", "CPU s", "wall s", "MiB");
        foreach (TableColumn column in table.Columns.Skip(2))
            column.RightAligned().NoWrap();
        table.Columns[0].NoWrap();
        foreach (CaseResult result in cases)
        {
            string verdict = result.Verdict == Verdict.Accepted ? "Accepted" : $"[red]{result.Verdict}[/] {result.Reason}";
            table.AddRow(
                result.Case, verdict, Figures.Score(result.Score), Figures.Count(result.Locations),
                Figures.Count(result.Months.Sum(month => month.Events)),
                Figures.Seconds(result.CpuSeconds), Figures.Seconds(result.WallSeconds), Figures.Mebibytes(result.PeakMemoryBytes));
            if (result.Detail is { } detail)
                table.AddRow("", Markup.Escape(detail.Length <= 90 ? detail : detail[..90] + "…"));
        }
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
    }
}
