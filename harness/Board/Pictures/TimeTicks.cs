using System.Globalization;
using ScottPlot.TickGenerators;

namespace Evaluator.Board.Pictures;

/// <summary>Four moments of a span as labels in UTC: with the hour where the span is short, with the day where it is long.</summary>
internal static class TimeTicks
{
    private const int Ticks = 4;

    /// <param name="from">As an OLE date: days.</param>
    public static NumericManual Of(double from, double to)
    {
        NumericManual ticks = new();
        (string format, double step) = (to - from) switch
        {
            < 1.0 / 12 => ("HH:mm", 1.0 / 24 / 12),
            < 3 => ("d MMM HH:mm", 1.0 / 24),
            _ => ("d MMM", 1.0),
        };
        double apart = Math.Max(step, Math.Ceiling((to - from) / Ticks / step) * step);
        for (double at = Math.Ceiling(from / apart) * apart; at <= to; at += apart)
            ticks.AddMajor(at, DateTime.FromOADate(at).ToString(format, CultureInfo.InvariantCulture));
        return ticks;
    }
}
