using Evaluator.Challenges;
using Evaluator.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Board.Pictures;

/// <summary>
/// Two columns against each other: a dot a team. The front is drawn as a line: whoever stands on it is beaten by nobody in both columns.
/// </summary>
internal static class FrontChart
{
    private const int Width = 840, Height = 420;

    /// <summary>More names than so many are no help.</summary>
    private const int MostNames = 12;

    private const int LongestName = 24;

    /// <param name="teams">All teams that have both values.</param>
    /// <param name="front">Those on the front, from the best in <paramref name="x"/> on.</param>
    /// <param name="own">The visitor's team; null where it is not among them.</param>
    /// <param name="baselines">Shown, never on the front.</param>
    public static string Of(
        IReadOnlyList<Coordinates> teams, IReadOnlyList<(string Name, Coordinates Place)> front, Coordinates? own,
        IReadOnlyList<Coordinates> baselines, Column x, Column y, string title)
    {
        Plot plot = Chart.New(Label(x), Label(y));
        plot.Add.Markers(teams.ToArray(), MarkerShape.FilledCircle, 7, Series.Field);
        if (baselines.Count > 0)
            plot.Add.Markers(baselines.ToArray(), MarkerShape.Cross, 11, Series.Baseline);
        if (front.Count > 1)
        {
            ScottPlot.Plottables.Scatter line = plot.Add.Scatter(
                front.Select(one => one.Place.X).ToArray(), front.Select(one => one.Place.Y).ToArray(), Series.Team);
            (line.LineWidth, line.MarkerSize) = (2, 0);
        }
        plot.Add.Markers(front.Select(one => one.Place).ToArray(), MarkerShape.FilledCircle, 9, Series.Team);
        if (own is { } here)
            plot.Add.Marker(here.X, here.Y, MarkerShape.OpenCircle, 16, Series.Team);
        Coordinates[] all = [.. teams, .. baselines];
        (double left, double right) = Limits([.. all.Select(one => one.X)]);
        (double low, double high) = Limits([.. all.Select(one => one.Y)]);
        plot.Axes.SetLimits(left, right, low, high);
        NameFront(plot, front, right - left, high - low, (left + right) / 2);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { TargetTickCount = 6 };
        return Chart.Svg(plot, title, Width, Height);
    }

    /// <summary>Names beside the front, each towards the middle; one that would lie over another is left out, the table has it.</summary>
    private static void NameFront(
        Plot plot, IReadOnlyList<(string Name, Coordinates Place)> front, double width, double height, double middle)
    {
        List<Coordinates> named = [];
        foreach ((string name, Coordinates place) in front)
            if (named.Count < MostNames && named.TrueForAll(other =>
                Math.Abs(other.X - place.X) > 0.25 * width || Math.Abs(other.Y - place.Y) > 0.06 * height))
            {
                named.Add(place);
                Name(plot, name, place, place.X > middle);
            }
    }

    private static void Name(Plot plot, string name, Coordinates place, bool toTheLeft)
    {
        string shown = name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
        ScottPlot.Plottables.Text text = plot.Add.Text(shown, place.X, place.Y);
        (text.LabelFontName, text.LabelFontSize, text.LabelFontColor) = (PlotFont.Name, 12, Ink.Text);
        text.LabelAlignment = toTheLeft ? Alignment.MiddleRight : Alignment.MiddleLeft;
        text.OffsetX = toTheLeft ? -10 : 10;
    }

    private static string Label(Column column) =>
        $"{column.Title}{(column.Unit is { } unit ? $" ({unit})" : "")}, "
        + (column.Direction == Direction.More ? "more is better" : "less is better");

    private static (double Low, double High) Limits(IReadOnlyList<double> values)
    {
        double low = values.Min(), high = values.Max(), room = high > low ? 0.1 * (high - low) : Math.Max(Math.Abs(high) * 0.1, 1);
        return (low - room, high + room);
    }
}
