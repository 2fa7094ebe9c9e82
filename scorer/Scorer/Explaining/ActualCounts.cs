using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Explaining;

/// <summary>
/// The events of a month as an array laid out like a prediction, for those who show or chart them. Scoring never needs it.
/// </summary>
public static class ActualCounts
{
    /// <returns>locations x days x 4 types, as <see cref="PredictionShape"/> lays them out.</returns>
    public static double[] Of(ActualMonth actual)
    {
        double[] counts = new double[actual.CellCount];
        for (int location = 0; location < actual.Layout.LocationCount; location++)
        {
            foreach (ActualCell cell in actual.CellsOfLocation(location))
                counts[location * actual.RowLength + cell.Index] = cell.Count;
        }
        return counts;
    }
}
