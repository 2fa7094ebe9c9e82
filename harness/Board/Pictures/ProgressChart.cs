using Evaluator.Challenges;
using Evaluator.Drawing;
using ScottPlot;

namespace Evaluator.Board.Pictures;

/// <summary>A team's best value over time: a step at each submission that was better.</summary>
internal static class ProgressChart
{
    /// <param name="steps">In the order of their times; at least one.</param>
    /// <param name="until">How far the last value holds: now, or the phase's close.</param>
    public static string Of(
        IReadOnlyList<(DateTimeOffset At, double Value)> steps, DateTimeOffset until, double? baseline, Column column, string title)
    {
        Plot plot = Chart.New("", column.Unit is { } unit ? $"{column.Title} ({unit})" : column.Title);
        double[] times = [.. steps.Select(step => step.At.UtcDateTime.ToOADate()), until.UtcDateTime.ToOADate()];
        double[] values = [.. steps.Select(step => step.Value), steps[^1].Value];
        if (baseline is { } level)
            plot.Add.HorizontalLine(level, 1.5f, Series.Baseline, LinePattern.Dashed);
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(times, values, Series.Team);
        (line.ConnectStyle, line.LineWidth, line.MarkerSize) = (ConnectStyle.StepHorizontal, 2, 0);
        plot.Add.Markers(times[..^1], values[..^1], MarkerShape.FilledCircle, 8, Series.Team);
        double span = Math.Max(times[^1] - times[0], 1.0 / 24), low = Math.Min(values.Min(), baseline ?? double.MaxValue),
            high = Math.Max(values.Max(), baseline ?? double.MinValue), height = high > low ? high - low : Math.Max(Math.Abs(high), 1);
        plot.Axes.SetLimits(times[0] - 0.04 * span, times[0] + 1.04 * span, low - 0.08 * height, high + 0.08 * height);
        plot.Axes.Bottom.TickGenerator = TimeTicks.Of(times[0], times[0] + span);
        return Chart.Svg(plot, title);
    }
}
