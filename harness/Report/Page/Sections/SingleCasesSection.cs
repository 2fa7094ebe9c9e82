using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Report.Charts;
using Evaluator.Report.Explaining;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;
using Evaluator.Scorer.Definition;

namespace Evaluator.Report.Page.Sections;

/// <summary>
/// Single cases: those asked for, the ten best and the ten worst, each with its map, its time line and what cost it most.
/// </summary>
internal static class SingleCasesSection
{
    private const int Many = 10, Shown = 8;

    public static PageSection? Of(RunFindings findings, IReadOnlyList<string> chosen)
    {
        CaseResult[] best = Best(findings), worst = Worst(findings);
        string content = Group("Asked for", [.. findings.Shown.Where(result => chosen.Contains(result.Case))], findings, open: true)
            + Group("Best", best, findings, open: false)
            + Group("Worst", worst, findings, open: false);
        return content.Length == 0 ? null : new PageSection("single", "Case by case",
            "<p class=\"legend\"><span class=\"key predicted\">predicted</span><span class=\"key ring\">actual</span></p>" + content
            + Html.Note(
                "Maps: areas stand for the events of all predicted months; where disc and ring have one size, the prediction was right. "
                + "A gain is what the case's score would have risen by, had that location or day been predicted exactly and all else as it "
                + "was."));
    }

    /// <summary>The block groups that stand here, to lead to.</summary>
    public static IReadOnlySet<string> Holds(RunFindings findings, IReadOnlyList<string> chosen) => findings.Shown
        .Where(result => chosen.Contains(result.Case)).Concat(Best(findings)).Concat(Worst(findings)).Select(result => result.Case)
        .ToHashSet(StringComparer.Ordinal);

    private static CaseResult[] Best(RunFindings findings) => [.. findings.Accepted.Take(Many)];

    private static CaseResult[] Worst(RunFindings findings) => [.. findings.Accepted.Skip(Many).Reverse().Take(Many)];

    private static string Group(string title, IReadOnlyList<CaseResult> results, RunFindings findings, bool open) =>
        results.Count == 0 ? "" : $"<h3>{title}</h3>{string.Concat(results.Select(result => Case(result, findings, open)))}";

    private static string Case(CaseResult result, RunFindings findings, bool open)
    {
        string head = $"<summary><b>{result.Case}</b> <span>{Html.Score(result.Score)}</span> <small>{result.Verdict}, "
            + $"{Html.Counted(result.Locations, "location")}, "
            + $"{Html.Counted(result.Months.Sum(month => month.Events), "event")}</small></summary>";
        return $"<details id=\"case-{result.Case}\"{(open ? " open" : "")}>{head}{Body(result, findings)}</details>";
    }

    private static string Body(CaseResult result, RunFindings findings)
    {
        if (result.Verdict != Verdict.Accepted)
            return Html.Lines(result.Detail ?? "");
        if (findings.Explain(result) is not { } explanation)
            return Html.Note("The run kept no predictions of this case.");
        DailyTotals[] days = [.. explanation.Case.Months.Select(DailyTotals.Of)];
        return $"<div class=\"charts\">{Html.Figure(LocationMap.Of(explanation, findings.PointOf), "Its locations.")}"
            + $"<div>{Html.Figure(TimelineChart.Of(days), "All its locations together.")}{Months(result)}</div></div>"
            + $"<div class=\"charts\"><div><h4>Costliest locations</h4>{Locations(explanation)}</div><div><h4>Costliest "
            + $"days</h4>{Days(explanation)}</div></div>";
    }

    private static string Months(CaseResult result)
    {
        var table = new HtmlTable(["score", .. GranularityNames.All, "month", "events"]);
        foreach (MonthResult month in result.Months)
            table.Row(Html.Month(month.Month), Html.Score(month.Scores?.Location), Html.Score(month.Scores?.Street),
                Html.Score(month.Scores?.BlockGroup), Html.Score(month.Score), Html.Count(month.Events));
        return table.Render();
    }

    private static string Locations(CaseExplanation explanation)
    {
        HtmlTable table = CostTable("location");
        foreach (CostlyLocation location in explanation.Locations.Take(Shown))
            table.Row([location.Location, Html.Signed(location.Gain), .. Pairs(location.Predicted, location.Actual)]);
        return table.Render();
    }

    private static string Days(CaseExplanation explanation)
    {
        HtmlTable table = CostTable("day");
        foreach (CostlyDay day in explanation.Days.Take(Shown))
            table.Row(
                [day.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture), Html.Signed(day.Gain), .. Pairs(day.Predicted, day.Actual)]);
        return table.Render();
    }

    private static HtmlTable CostTable(string what) => new([what, "gain", .. EventTypes.Names]);

    private static IEnumerable<string> Pairs(double[] predicted, double[] actual) =>
        predicted.Zip(actual, (expected, happened) => $"{Html.Decimal(expected)} / {Html.Count((long)happened)}");
}
