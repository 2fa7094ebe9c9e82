namespace Evaluator.City.Rates;

/// <summary>
/// An event draws another of its type within two weeks, at the same place or on the same street (a Poisson cluster process of
/// one generation). The follower's place is either the same or drawn on the street in proportion to the rates there, which leaves
/// every location the expectation that same-place repeats alone would give it: rate x chance, whatever the split.
/// </summary>
public static class NearRepeats
{
    /// <summary>Lags 0 … 13 days.</summary>
    public const int Days = 14;

    /// <summary>Share of the followers at the very same place; the others are drawn on the street.</summary>
    public const double SamePlace = 0.6;

    /// <summary>Chance that an event is followed, by type.</summary>
    public static readonly double[] Chance = [0.12, 0.04, 0.12, 0.08];

    /// <summary>Probability of each lag: falls by a fifth a day.</summary>
    public static readonly double[] Lag = Lags();

    private static double[] Lags()
    {
        double[] lags = new double[Days];
        (double weight, double total) = (1.0, 0.0);
        for (int i = 0; i < Days; i++, weight *= 0.8)
            total += lags[i] = weight;
        for (int i = 0; i < Days; i++)
            lags[i] /= total;
        return lags;
    }
}
