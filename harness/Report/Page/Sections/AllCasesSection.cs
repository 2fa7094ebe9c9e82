using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>Every case that may be shown, in one table; a script, where there is one, sorts it.</summary>
internal static class AllCasesSection
{
    public static PageSection? Of(RunFindings findings, IReadOnlyList<string> chosen)
    {
        if (findings.Shown.Count == 0)
            return null;
        IReadOnlySet<string> explained = SingleCasesSection.Holds(findings, chosen);
        var table = new HtmlTable("case", "score", "verdict", "locations", "events", "CPU s", "MiB");
        foreach (CaseResult result in findings.Shown.OrderByDescending(result => result.Score ?? 0)
            .ThenBy(result => result.Case, StringComparer.Ordinal))
        {
            table.Named(result.Case, explained.Contains(result.Case) ? $"case-{result.Case}" : null,
                Html.Score(result.Score), $"{result.Verdict}", Html.Count(result.Locations),
                Html.Count(result.Months.Sum(month => month.Events)), Html.Decimal(result.CpuSeconds),
                Html.Mebibytes(result.PeakMemoryBytes));
        }
        return new PageSection("all", "All cases", $"<div class=\"tall\">{table.Render(sortable: true)}</div>");
    }
}
