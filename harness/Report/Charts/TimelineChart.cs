using System.Globalization;
using Evaluator.Contest.Calls;
using Evaluator.Drawing;
using Evaluator.Report.Findings;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Report.Charts;

/// <summary>Events a day, predicted against actual.</summary>
internal static class TimelineChart
{
    public static string Of(DailyTotals month)
    {
        string name = new DateOnly(ContestYear.Number, month.Month, 1).ToString("MMMM", CultureInfo.InvariantCulture);
        Plot plot = Chart.New(name, "events a day");
        Draw(plot, [.. Enumerable.Range(1, month.Actual.Length).Select(day => (double)day)], month.Predicted, month.Actual);
        plot.Axes.SetLimitsX(0.5, month.Actual.Length + 0.5);
        return Chart.Svg(plot, $"{name}: events a day, predicted and actual");
    }

    /// <summary>Several months in one chart.</summary>
    public static string Of(IReadOnlyList<DailyTotals> months)
    {
        Plot plot = Chart.New("", "events a day");
        double[] predicted = [.. months.SelectMany(month => month.Predicted)], actual = [.. months.SelectMany(month => month.Actual)];
        Draw(plot, [.. Enumerable.Range(0, actual.Length).Select(day => (double)day)], predicted, actual);
        var ticks = new NumericManual();
        int first = 0;
        foreach (DailyTotals month in months)
        {
            ticks.AddMajor(first, new DateOnly(ContestYear.Number, month.Month, 1).ToString("d MMM", CultureInfo.InvariantCulture));
            first += month.Actual.Length;
        }
        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.SetLimitsX(-0.5, actual.Length - 0.5);
        return Chart.Svg(plot, "Events a day, predicted and actual", Chart.Width, 200);
    }

    private static void Draw(Plot plot, double[] days, double[] predicted, double[] actual)
    {
        Bar[] bars =
            [.. days.Zip(actual,
                (day, value) => new Bar { Position = day, Value = value, Size = 0.8, FillColor = SeriesInk.Actual, LineWidth = 0 })];
        plot.Add.Bars(bars);
        plot.Add.ScatterLine(days, predicted, SeriesInk.Predicted).LineWidth = 2;
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.SetLimitsY(0, Math.Max(1, 1.08 * Math.Max(predicted.Max(), actual.Max())));
    }
}
