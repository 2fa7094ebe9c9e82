using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>What the cases used: the slowest, the largest, and each call's times.</summary>
internal static class CallsSection
{
    private const int Shown = 10;

    public static PageSection? Of(RunFindings findings)
    {
        if (findings.Shown.Count == 0)
            return null;
        string content = "<div class=\"charts\">"
            + Used("Slowest",
                findings.Shown.OrderByDescending(result => result.CpuSeconds).ThenBy(result => result.Case, StringComparer.Ordinal))
            + Used("Most memory",
                findings.Shown.OrderByDescending(result => result.PeakMemoryBytes).ThenBy(result => result.Case, StringComparer.Ordinal))
            + Largest(findings.Shown)
            + "</div>" + Calls(findings.Shown);
        return new PageSection("calls", "Time and memory", content);
    }

    private static string Used(string title, IEnumerable<CaseResult> results)
    {
        var table = new HtmlTable("case", "CPU s", "wall s", "MiB", "locations");
        foreach (CaseResult result in results.Take(Shown))
            table.Row(result.Case, Html.Decimal(result.CpuSeconds), Html.Decimal(result.WallSeconds),
                Html.Mebibytes(result.PeakMemoryBytes), Html.Count(result.Locations));
        return $"<div><h3>{title}</h3>{table.Render(sortable: true)}</div>";
    }

    private static string Largest(IEnumerable<CaseResult> results)
    {
        var table = new HtmlTable("case", "locations", "events", "score", "CPU s");
        foreach (CaseResult result in results.OrderByDescending(result => result.Locations)
            .ThenBy(result => result.Case, StringComparer.Ordinal).Take(Shown))
            table.Row(result.Case, Html.Count(result.Locations), Html.Count(result.Months.Sum(month => month.Events)),
                Html.Score(result.Score), Html.Decimal(result.CpuSeconds));
        return $"<div><h3>Largest</h3>{table.Render(sortable: true)}</div>";
    }

    private static string Calls(IReadOnlyList<CaseResult> results)
    {
        string[] names = [.. results.SelectMany(result => result.Calls).Select(call => call.Call).Distinct()];
        if (names.Length == 0)
            return "";
        var table = new HtmlTable("call", "median ms CPU", "95 %", "most", "median ms wall", "95 %", "most");
        foreach (string name in names)
        {
            CallTime[] times = [.. results.SelectMany(result => result.Calls).Where(call => call.Call == name)];
            table.Row([name, .. Quantiles(times.Select(call => call.CpuSeconds)), .. Quantiles(times.Select(call => call.WallSeconds))]);
        }
        string note = Html.Note(
            "In milliseconds, measured from outside the predictor, transport included; \"load\" is what comes before the first call.");
        return $"<h3>Calls</h3>{table.Render()}{note}";
    }

    private static IEnumerable<string> Quantiles(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return ((ReadOnlySpan<double>)[0.5, 0.95, 1]).ToArray()
            .Select(part => Html.Milliseconds(sorted[(int)Math.Round(part * (sorted.Length - 1))]));
    }
}
