using Evaluator.Report.Charts;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;
using Evaluator.Scorer.Definition;

namespace Evaluator.Report.Page.Sections;

/// <summary>Whether as much happens as is predicted: by type, at each resolution.</summary>
internal static class CalibrationSection
{
    public static PageSection? Of(RunFindings findings)
    {
        if (findings.Played == 0)
            return null;
        var table = new HtmlTable("events", "predicted", "actual", "actual / predicted");
        Calibration[] types = findings.Calibrations[(int)Granularity.BlockGroup];
        for (int type = 0; type < EventTypes.Count; type++)
            table.Row(EventTypes.Names[type], Html.Decimal(types[type].Predicted), Html.Count((long)types[type].Actual),
                Ratio(types[type].Actual, types[type].Predicted));
        double predicted = types.Sum(type => type.Predicted), actual = types.Sum(type => type.Actual);
        table.Row("all", Html.Decimal(predicted), Html.Count((long)actual), Ratio(actual, predicted));
        string legend = string.Concat(EventTypes.Names.Select((name, type) => $"<span class=\"key type{type}\">{name}</span>"));
        string charts = string.Concat(
            Html.Figure(CalibrationChart.Of(findings.Calibrations[(int)Granularity.Location], GranularityNames.Of(Granularity.Location)),
                "Locations."),
            Html.Figure(CalibrationChart.Of(findings.Calibrations[(int)Granularity.Street], GranularityNames.Of(Granularity.Street)),
                "Streets."),
            Html.Figure(CalibrationChart.Of(types, GranularityNames.Of(Granularity.BlockGroup)), "Block groups."));
        return new PageSection("calibration", "Predicted against actual",
            $"{table.Render()}<p class=\"legend\">{legend}</p><div class=\"charts\">{charts}</div>"
            + Html.Note("Each point gathers predictions of about one size: as many events should happen as were predicted, which is the "
                + "dotted line. Above it too little was predicted, below it too much.")
            + Days(findings));
    }

    private static string Days(RunFindings findings) =>
        "<h3>Day by day</h3><p class=\"legend\"><span class=\"key predicted\">predicted</span><span class=\"key "
        + "actual\">actual</span></p><div class=\"charts\">"
        + string.Concat(findings.Days.Select(month => Html.Figure(TimelineChart.Of(month), $"{Html.Month(month.Month)}: "
            + $"{Html.Decimal(month.Predicted.Sum())} events predicted, {Html.Count((long)month.Actual.Sum())} happened.")))
        + $"</div>{Html.Note($"Of {Html.Counted(findings.Played, "accepted case")} together.")}";

    private static string Ratio(double actual, double predicted) => predicted == 0 ? "–" : Html.Decimal(actual / predicted);
}
