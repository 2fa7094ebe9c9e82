using ScottPlot;

namespace Evaluator.Report.Charts;

/// <summary>
/// Colours as placeholders: page.css gives each its colour, one for light and one for dark, by the very number that stands in the SVG.
/// </summary>
internal static class SeriesInk
{
    public static readonly Color Predicted = new(3, 3, 3);
    public static readonly Color Actual = new(4, 4, 4);
    public static readonly Color Place = new(5, 5, 5);
    public static readonly Color Bar = new(6, 6, 6);
    public static readonly Color Bad = new(7, 7, 7);

    /// <summary>Disorder, medical, violent, other.</summary>
    public static readonly Color[] Types = [new(11, 11, 11), new(12, 12, 12), new(13, 13, 13), new(14, 14, 14)];

    /// <summary>From the lowest fifth to the highest.</summary>
    public static readonly Color[] Fifths = [new(21, 21, 21), new(22, 22, 22), new(23, 23, 23), new(24, 24, 24), new(25, 25, 25)];
}
