using ScottPlot;

namespace Evaluator.Board.Pictures;

/// <summary>Colours as placeholders beside those of Drawing: board.css gives each its colour, one for light and one for dark.</summary>
internal static class Series
{
    /// <summary>All teams.</summary>
    public static readonly Color Field = new(3, 3, 3);

    /// <summary>The team that is looked at.</summary>
    public static readonly Color Team = new(4, 4, 4);

    public static readonly Color Baseline = new(5, 5, 5);

    /// <summary>What chance alone would give.</summary>
    public static readonly Color Chance = new(6, 6, 6);
}
