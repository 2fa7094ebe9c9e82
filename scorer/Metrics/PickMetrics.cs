namespace Evaluator.Metrics;

/// <summary>
/// Metrics of rows that were picked: what the answers say of each. Without picks a sum and a count are 0, a rate is not a number.
/// </summary>
public static class PickMetrics
{
    /// <summary>The values of the picked rows, each times its weight, added up. Whole numbers up to 2^53 are added exactly.</summary>
    public static double Sum(ReadOnlySpan<double> picked, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(picked.Length, picked.Length, weights);
        CompensatedSum sum = default;
        for (int row = 0; row < picked.Length; row++)
            sum.Add(RowWeights.At(weights, row) * picked[row]);
        return sum.Value;
    }

    /// <summary>The picked rows that are hits (their value is not zero), by weight.</summary>
    public static double Count(ReadOnlySpan<double> picked, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(picked.Length, picked.Length, weights);
        CompensatedSum hits = default;
        for (int row = 0; row < picked.Length; row++)
        {
            if (picked[row] != 0)
                hits.Add(RowWeights.At(weights, row));
        }
        return hits.Value;
    }

    /// <summary>The share of the picked rows that are hits, by weight.</summary>
    public static double HitRate(ReadOnlySpan<double> picked, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(picked.Length, picked.Length, weights);
        WeightedMean rate = default;
        for (int row = 0; row < picked.Length; row++)
            rate.Add(picked[row] != 0 ? 1 : 0, RowWeights.At(weights, row));
        return rate.Value;
    }
}
