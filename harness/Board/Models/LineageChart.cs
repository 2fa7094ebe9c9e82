using Evaluator.Board.Pictures;
using Evaluator.Challenges;
using Evaluator.Drawing;
using Evaluator.Standings.Contests;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Board.Models;

/// <summary>
/// Who built on whom: a dot for each open model, in the order in which they came in, at the height of its value; a line from each parent to
/// its child. The way of one submission, up to its first ancestors and down to its last descendants, is drawn over the others, so that it
/// stays readable among hundreds.
/// </summary>
internal static class LineageChart
{
    private const int Width = 840, Height = 420;

    /// <param name="models">In the order in which they came in.</param>
    /// <param name="chosen">The submission whose way is drawn over; null for none.</param>
    public static string Of(IReadOnlyList<OpenModel> models, string? chosen, Column column, string title)
    {
        Plot plot = Chart.New("in the order in which they came in", column.Unit is { } unit ? $"{column.Title} ({unit})" : column.Title);
        Dictionary<string, int> place = models.Select((model, index) => (model.Shown.Id, index))
            .ToDictionary(one => one.Id, one => one.index);
        double[] values = Values(models);
        LineageWay way = LineageWay.Of(models, chosen);
        foreach (bool over in (bool[])[false, true])
            for (int child = 0; child < models.Count; child++)
                foreach (ModelLink link in models[child].Parents)
                    if (place.TryGetValue(link.Other, out int parent)
                        && way.Lines.Contains((link.Other, models[child].Shown.Id)) == over)
                        Draw(plot, parent, values[parent], child, values[child], over);
        Dots(plot, models, values, model => !way.Models.Contains(model.Shown.Id), Series.Field, 7);
        Dots(plot, models, values, model => way.Models.Contains(model.Shown.Id), Series.Team, 9);
        Dots(plot, models, values, model => model.Shown.Id == chosen, Series.Team, 14);
        double low = values.DefaultIfEmpty().Min(), high = values.DefaultIfEmpty().Max();
        double room = high > low ? 0.08 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1);
        plot.Axes.SetLimits(-0.03 * models.Count - 0.5, models.Count - 0.5 + 0.03 * models.Count, low - room, high + room);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, TargetTickCount = 6, LabelFormatter = Number };
        return Chart.Svg(plot, title, Width, Height);
    }

    private static string Number(double place) =>
        place < 0 ? "" : (place + 1).ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What has no value yet lies on the ground.</summary>
    private static double[] Values(IReadOnlyList<OpenModel> models)
    {
        double ground = (double)(models.Min(model => model.Value) ?? 0);
        return [.. models.Select(model => model.Value is { } value ? (double)value : ground)];
    }

    private static void Draw(Plot plot, double x, double y, double toX, double toY, bool over)
    {
        ScottPlot.Plottables.LinePlot line = plot.Add.Line(x, y, toX, toY);
        (line.Color, line.LineWidth) = over ? (Series.Team, 2.5f) : (Ink.Grid, 1.2f);
    }

    private static void Dots(
        Plot plot, IReadOnlyList<OpenModel> models, double[] values, Func<OpenModel, bool> which, Color color, float size)
    {
        Coordinates[] dots = [.. Enumerable.Range(0, models.Count).Where(index => which(models[index]))
            .Select(index => new Coordinates(index, values[index]))];
        if (dots.Length > 0)
            plot.Add.Markers(dots, MarkerShape.FilledCircle, size, color);
    }
}
