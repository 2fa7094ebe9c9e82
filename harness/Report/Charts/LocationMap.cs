using Evaluator.Drawing;
using Evaluator.Report.Explaining;
using Evaluator.Report.Findings;
using ScottPlot;
using ScottPlot.Plottables;

namespace Evaluator.Report.Charts;

/// <summary>
/// The locations of one case, with the counts of all its months: a disc for the predicted, a ring for the actual ones, both of an area that
/// is
/// proportional to the count. Where ring and disc have one size, the prediction was right.
/// </summary>
internal static class LocationMap
{
    private const int Side = 420;
    private const double LargestRadius = 26, LeastPredicted = 0.05;

    public static string Of(CaseExplanation explanation, Func<string, MapPoint?> pointOf)
    {
        var placed = explanation.Locations
            .Select(location => (Point: pointOf(location.Location), Predicted: location.Predicted.Sum(), Actual: location.Actual.Sum()))
            .Where(location => location.Point is not null)
            .Select(
                location => (Point: new Coordinates(location.Point!.Value.X, location.Point.Value.Y), location.Predicted, location.Actual))
            .ToList();
        if (placed.Count == 0)
            return "";
        Plot plot = Chart.NewMap();
        plot.Add.Markers(placed.Select(location => location.Point).ToArray(), MarkerShape.FilledCircle, 2.5f, SeriesInk.Place);
        // Eight events fill the same area in every map, so that maps can be compared, unless a location has many more.
        double most = Math.Max(8, placed.Max(location => Math.Max(location.Predicted, location.Actual)));
        float SizeOf(double count) => (float)(2 * LargestRadius * Math.Sqrt(count / most));
        foreach ((Coordinates Point, double Predicted, double Actual) location
            in placed.Where(location => location.Predicted >= LeastPredicted)
            .OrderByDescending(location => location.Predicted))
            plot.Add.Marker(location.Point, MarkerShape.FilledCircle, SizeOf(location.Predicted), SeriesInk.Predicted.WithAlpha(0.45));
        foreach ((Coordinates Point, double Predicted, double Actual) location in placed.Where(location => location.Actual > 0))
        {
            Marker ring = plot.Add.Marker(location.Point, MarkerShape.OpenCircle, SizeOf(location.Actual), SeriesInk.Actual);
            ring.MarkerLineWidth = 1.6f;
        }
        plot.Axes.Margins(0.12, 0.12);
        return Chart.Svg(plot, $"Map of the locations of {explanation.Case.Result.Case}", Side, Side);
    }
}
