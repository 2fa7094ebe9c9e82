using Evaluator.Drawing;
using Evaluator.Report.Findings;
using ScottPlot;

namespace Evaluator.Report.Charts;

/// <summary>Every case at the middle of its locations, coloured by the fifth of the cases that its score falls in.</summary>
internal static class BlockGroupMap
{
    private const int Side = 420;

    /// <param name="cases">Block group, middle and score.</param>
    /// <param name="spots">For each case its place in the picture, 0 to 1 from the left and the top: what the page's script finds it
    /// by.</param>
    public static string Of(
        IReadOnlyList<(string Case, MapPoint Middle, double Score)> cases, out IReadOnlyList<(double X, double Y)> spots)
    {
        Plot plot = Chart.NewMap();
        double[] limits = Limits([.. cases.Select(one => one.Score)]);
        for (int fifth = 0; fifth < SeriesInk.Fifths.Length; fifth++)
        {
            Coordinates[] members =
                [.. cases.Where(one => FifthOf(one.Score, limits) == fifth).Select(one => new Coordinates(one.Middle.X, one.Middle.Y))];
            if (members.Length > 0)
                plot.Add.Markers(members, MarkerShape.FilledCircle, 7, SeriesInk.Fifths[fifth]);
        }
        string svg = Chart.Svg(plot, "Map of the block groups, coloured by score", Side, Side);
        spots = [.. cases.Select(one => plot.GetPixel(new Coordinates(one.Middle.X, one.Middle.Y)))
            .Select(pixel => ((double)pixel.X / Side, (double)pixel.Y / Side))];
        return svg;
    }

    /// <summary>The four scores that part the cases into fifths.</summary>
    public static double[] Limits(double[] scores)
    {
        Array.Sort(scores);
        return scores.Length == 0
            ? [0, 0, 0, 0] : [.. Enumerable.Range(1, 4).Select(fifth => scores[Math.Min(scores.Length - 1, scores.Length * fifth / 5)])];
    }

    private static int FifthOf(double score, double[] limits) => limits.Count(limit => score >= limit);
}
