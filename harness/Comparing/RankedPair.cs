namespace Evaluator.Comparing;

/// <summary>Two entrants of a ranking.</summary>
/// <param name="First">Rank of the better one, from 0.</param>
/// <param name="Second">Rank of the other.</param>
/// <param name="Difference">First − second.</param>
/// <param name="AdjustedPValue">Holm's, over all pairs of the ranking.</param>
public sealed record RankedPair(int First, int Second, PairedDifference Difference, double AdjustedPValue)
{
    public bool IsDistinguishable => Difference.IsDistinguishable && AdjustedPValue < 1 - PairedDifference.Level;
}
