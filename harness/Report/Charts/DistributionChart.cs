using Evaluator.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Report.Charts;

/// <summary>
/// How many cases score how much: a histogram on a logarithmic axis, since a quiet block group can score a hundred times a busy one.
/// </summary>
internal static class DistributionChart
{
    private const double BinsPerDecade = 10;

    /// <param name="failed">How many of the cases that score 0 failed; they stand in a bar of their own, since 0 has no logarithm.</param>
    public static string Of(IReadOnlyList<double> scores, int failed)
    {
        double[] logarithms = [.. scores.Where(score => score > 0).Select(Math.Log10)];
        if (logarithms.Length == 0)
            return "";
        int nothing = scores.Count(score => score == 0);
        Plot plot = Chart.New("score of a case", "cases");
        var counts = logarithms.GroupBy(value => (int)Math.Floor(value * BinsPerDecade)).ToDictionary(bin => bin.Key, bin => bin.Count());
        Bar[] bars = [.. counts.Select(bin => new Bar
        {
            Position = (bin.Key + 0.5) / BinsPerDecade, Value = bin.Value, Size = 0.92 / BinsPerDecade,
            FillColor = SeriesInk.Bar, LineWidth = 0,
        })];
        plot.Add.Bars(bars);
        double low = (counts.Keys.Min() - 0.5) / BinsPerDecade, high = (counts.Keys.Max() + 1.5) / BinsPerDecade;
        NumericManual ticks = Chart.LogTicks(low, high);
        if (nothing > 0)
        {
            double width = Math.Max(high - low, 5 / BinsPerDecade) / 10, place = low - width;
            plot.Add.Bar(new Bar { Position = place, Value = nothing, Size = width, FillColor = SeriesInk.Bad, LineWidth = 0 });
            ticks.AddMajor(place, failed == nothing ? "failed" : failed == 0 ? "0" : "0, failed");
            low = place - width;
        }
        plot.Axes.SetLimits(low, high, 0, Math.Max(nothing, counts.Values.Max()) * 1.08);
        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        return Chart.Svg(plot, "Histogram of the scores of the cases");
    }
}
