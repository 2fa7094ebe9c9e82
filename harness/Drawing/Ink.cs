using ScottPlot;

namespace Evaluator.Drawing;

/// <summary>
/// Colours as placeholders: the stylesheet of a page gives each its colour, one for light and one for dark, by the very number that stands
/// in the SVG. A page has more of them for what it draws.
/// </summary>
public static class Ink
{
    public static readonly Color Text = new(1, 1, 1);
    public static readonly Color Grid = new(2, 2, 2);
}
