using System.Text;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Harness.Records;

namespace Evaluator.Cli.Exports;

/// <summary>A run's result as Markdown: what a bot writes below a commit.</summary>
internal static class MarkdownSummary
{
    private const int FailuresShown = 10;

    private const string Marks = "\\`*_{}[]<>()#+!|~&";

    public static string Of(RunManifest manifest, RunSummary summary, IReadOnlyList<CaseResult> results)
    {
        var page = new StringBuilder();
        string score = summary switch
        {
            { Rejected: not null } => "Rejected",
            { Complete: false } => "incomplete",
            _ => $"{Figures.Score(summary.Score)} (bits `{summary.ScoreBits}`)",
        };
        page.Append("| predictor | cases | score | verdicts |\n|---|--:|--:|---|\n");
        page.Append($"| {Plain(manifest.Submission.Name)} | {summary.Cases} of {summary.CasesOfSet} ({Plain(summary.Set)}) | {score} | "
            + $"{RunTables.Verdicts(summary.Verdicts)} |\n");
        if (summary.Rejected is { } why)
            page.Append($"\n{Plain(why)}\n");
        CaseResult[] failed = [.. results.Where(result => result.Verdict != Verdict.Accepted)];
        if (failed.Length == 0)
            return page.ToString();
        page.Append("\n| case | verdict | what happened |\n|---|---|---|\n");
        foreach (CaseResult result in failed.Take(FailuresShown))
            page.Append($"| {result.Case} | {result.Verdict} | {Plain(result.Detail?.Split('\n')[0] ?? result.Reason ?? "")} |\n");
        if (failed.Length > FailuresShown)
            page.Append($"\nand {failed.Length - FailuresShown} more.\n");
        return page.ToString();
    }

    /// <summary>Nothing of it is taken for Markdown or HTML.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Select(letter => Marks.Contains(letter) ? $"\\{letter}" : char.IsControl(letter) ? " " : $"{letter}"));
}
