using Evaluator.Drawing;
using Evaluator.Report.Findings;
using Evaluator.Scorer.Definition;
using ScottPlot;
using ScottPlot.Plottables;

namespace Evaluator.Report.Charts;

/// <summary>
/// Mean actual against mean predicted counts of a month, both logarithmic; on the diagonal a prediction is right on average.
/// </summary>
internal static class CalibrationChart
{
    public static string Of(IReadOnlyList<Calibration> types, string resolution)
    {
        Plot plot = Chart.New($"predicted, per {resolution} and month", "actual");
        var all = types.SelectMany(type => type.Points()).ToList();
        if (all.Count == 0)
            return "";
        double low = Math.Floor(Math.Log10(all.Min(point => Math.Min(point.Predicted, point.Actual))) * 2) / 2;
        double high = Math.Ceiling(Math.Log10(all.Max(point => Math.Max(point.Predicted, point.Actual))) * 2) / 2;
        Scatter diagonal = plot.Add.ScatterLine(new[] { low, high }, new[] { low, high }, Ink.Text);
        diagonal.LinePattern = LinePattern.Dotted;
        for (int type = 0; type < EventTypes.Count; type++)
        {
            IReadOnlyList<(double Predicted, double Actual)> points = types[type].Points();
            if (points.Count == 0)
                continue;
            Scatter line = plot.Add.Scatter(points.Select(point => Math.Log10(point.Predicted)).ToArray(),
                points.Select(point => Math.Log10(point.Actual)).ToArray(), SeriesInk.Types[type]);
            line.LineWidth = 1.5f;
            line.MarkerSize = 6;
        }
        plot.Axes.SetLimits(low, high, low, high);
        plot.Axes.Bottom.TickGenerator = Chart.LogTicks(low, high, onlyPowers: true);
        plot.Axes.Left.TickGenerator = Chart.LogTicks(low, high, onlyPowers: true);
        return Chart.Svg(plot, $"Calibration per {resolution} and month");
    }
}
