using Evaluator.Challenges;
using Evaluator.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Board.Pictures;

/// <summary>How many teams stand where: a histogram of the standings' first column, with a line where one team stands.</summary>
internal static class FieldChart
{
    private const int Bins = 16;

    /// <param name="values">Of all teams; at least one.</param>
    public static string Of(IReadOnlyList<double> values, double? team, double? baseline, Column column, string title)
    {
        Plot plot = Chart.New(column.Unit is { } unit ? $"{column.Title} ({unit})" : column.Title, "teams");
        double low = values.Min(), high = values.Max(), width = high > low ? (high - low) / Bins : Math.Max(Math.Abs(high), 1) / Bins;
        int[] counts = new int[Bins];
        foreach (double value in values)
            counts[Math.Min((int)((value - low) / width), Bins - 1)]++;
        Bar[] bars = [.. counts.Select((count, bin) => new Bar
        {
            Position = low + (bin + 0.5) * width, Value = count, Size = 0.92 * width, FillColor = Series.Field, LineWidth = 0,
        })];
        plot.Add.Bars(bars);
        if (baseline is { } level)
            plot.Add.VerticalLine(level, 1.5f, Series.Baseline, LinePattern.Dashed);
        if (team is { } own)
            plot.Add.VerticalLine(own, 3, Series.Team);
        double left = Math.Min(low, baseline ?? low), right = Math.Max(low + Bins * width, baseline ?? high);
        plot.Axes.SetLimits(left - width, right + width, 0, counts.Max() * 1.12);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { TargetTickCount = 5 };
        return Chart.Svg(plot, title);
    }
}
