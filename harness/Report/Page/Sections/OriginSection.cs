using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;
using Evaluator.Scorer.Definition;

namespace Evaluator.Report.Page.Sections;

/// <summary>
/// Where the score comes from: by month and granularity, and the error behind it by month and type, span and granularity.
/// </summary>
internal static class OriginSection
{
    private static readonly string[] SpanNames = ["1 day", "3 days", "7 days", "14 days", "the month"];

    public static PageSection? Of(RunFindings findings)
    {
        string bySpan = findings.Played == 0 ? "" : ErrorBySpan(findings), byType = findings.Played == 0
            ? "" : $"<div>{ErrorByType(findings)}</div>";
        string content = $"<div class=\"charts\"><div>{Scores(findings)}{bySpan}</div>{byType}</div>";
        return new PageSection("origin", "Where the score comes from", content);
    }

    /// <summary>A mean over all shown cases, failed ones included as 0, so that the table's mean is their score.</summary>
    private static string Scores(RunFindings findings)
    {
        if (findings.Shown.Count == 0)
            return Html.Note("No case may be shown.");
        int[] months = [.. findings.Days.Select(days => days.Month)];
        double[][] means = [.. months.Select(month => Means(findings.Shown, month))];
        double most = means.SelectMany(row => row).DefaultIfEmpty(0).Max();
        var table = new HtmlTable(["score", .. GranularityNames.All, "month"]);
        for (int i = 0; i < months.Length; i++)
            table.Bars(Html.Month(months[i]), means[i].Append(means[i].Average()).Select(mean => (Html.Score(mean), mean / most)));
        double[] all = [.. GranularityNames.All.Select((_, granularity) => means.Average(row => row[granularity]))];
        table.Bars("all", all.Append(all.Average()).Select(mean => (Html.Score(mean), mean / most)));
        return table.Render() + Html.Note($"Mean over {Html.Counted(findings.Shown.Count, "case")}. "
            + "The score is the mean of this table: what "
            + "a granularity or a month adds stands in its cells.");
    }

    private static double[] Means(IReadOnlyList<CaseResult> results, int month)
    {
        var scores = results.Select(result => result.Months.FirstOrDefault(played => played.Month == month)?.Scores).ToList();
        return [scores.Average(score => score?.Location ?? 0), scores.Average(score => score?.Street ?? 0),
            scores.Average(score => score?.BlockGroup ?? 0)];
    }

    private static string ErrorByType(RunFindings findings)
    {
        var table = new HtmlTable(["squared error", .. EventTypes.Names]);
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            for (int month = 0; month < findings.Days.Count; month++)
            {
                table.Bars($"{Html.Month(findings.Days[month].Month)}, {GranularityNames.Of(granularity)}",
                    Enumerable.Range(0, EventTypes.Count)
                    .Select(type => findings.Errors.OfType(month, granularity, type)).Select(share => (Html.Percent(share), share)));
            }
        }
        return "<h3>Error by month and type</h3>" + table.Render()
            + Html.Note($"Each type's part of the squared error, as it is weighted ({Weights()}): the mean of the cases' shares.");
    }

    private static string Weights() => string.Join(", ", EventTypes.Names.Zip(EventTypes.Weights, (name, weight) => $"{name} {weight:F0}"));

    private static string ErrorBySpan(RunFindings findings)
    {
        var table = new HtmlTable(["squared error", .. SpanNames]);
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            table.Bars(GranularityNames.Of(granularity), Enumerable.Range(0, SpanNames.Length)
                .Select(span => findings.Errors.OfSpan(granularity, span)).Select(share => (Html.Percent(share), share)));
        }
        return "<h3>Error by span</h3>" + table.Render()
            + Html.Note("Events are counted over windows of 1, 3, 7 and 14 days and over the month; each counts alike in the score.");
    }
}
