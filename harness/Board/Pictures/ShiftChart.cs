using Evaluator.Comparing;
using Evaluator.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Board.Pictures;

/// <summary>Provisional rank against final rank: a dot a team. On the diagonal nothing moved; above it a team gained places. The band is
/// where dots lie if nobody is better on the one set than on the other.</summary>
internal static class ShiftChart
{
    /// <param name="ranks">Of each team that has both.</param>
    /// <param name="team">The ranks of the team that is looked at; null where it has not both.</param>
    /// <param name="band">By provisional rank; null where there is none.</param>
    public static string Of(
        IReadOnlyList<(int Provisional, int Final)> ranks, (int Provisional, int Final)? team, RankBand? band, string title)
    {
        Plot plot = Chart.New("provisional rank", "final rank");
        double last = Math.Max(ranks.Max(rank => Math.Max(rank.Provisional, rank.Final)), 2);
        if (band is not null)
            Add(plot, band);
        plot.Add.Line(1, 1, last, last).Color = Ink.Grid;
        Coordinates[] dots = [.. ranks.Select(rank => new Coordinates(rank.Provisional, rank.Final))];
        plot.Add.Markers(dots, MarkerShape.FilledCircle, 7, Series.Field);
        if (team is { } own)
            plot.Add.Marker(own.Provisional, own.Final, MarkerShape.FilledCircle, 13, Series.Team);
        double room = 0.06 * last;
        plot.Axes.SetLimits(1 - room, last + room, last + room, 1 - room);   // the first rank is above
        plot.Axes.Bottom.TickGenerator = Ranks(last);
        plot.Axes.Left.TickGenerator = Ranks(last);
        return Chart.Svg(plot, title);
    }

    private static void Add(Plot plot, RankBand band)
    {
        Coordinates[] top = [.. band.ByRank.Select((ranks, i) => new Coordinates(i + 1, ranks.Low - 0.5))];
        Coordinates[] bottom = [.. band.ByRank.Select((ranks, i) => new Coordinates(i + 1, ranks.High + 0.5))];
        ScottPlot.Plottables.Polygon area = plot.Add.Polygon([.. top, .. bottom.Reverse()]);
        area.FillColor = Series.Chance;
        area.LineWidth = 0;
    }

    private static NumericManual Ranks(double last)
    {
        NumericManual ticks = new();
        int apart = ((int[])[1, 2, 5, 10, 20, 50, 100, 200, 500]).FirstOrDefault(step => last / step <= 6, (int)last / 5);
        for (int rank = 0; rank <= last; rank += apart)
            ticks.AddMajor(Math.Max(rank, 1), Math.Max(rank, 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return ticks;
    }
}
