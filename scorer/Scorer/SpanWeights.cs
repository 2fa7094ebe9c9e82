namespace Evaluator.Scorer;

/// <summary>
/// What the squared window sums of each span count for: 1 / (N(t)·t²), where N(t) = D − t + 1 is the number of windows of
/// t days in a month of D (contest.md, "Scoring").
/// </summary>
internal readonly struct SpanWeights
{
    /// <summary>Sum of the type weights 8 + 6 + 20 + 1, times the number of spans.</summary>
    public const double Total = 35 * 5;

    /// <summary>Event types: disorder, medical, violent, other.</summary>
    public const int Types = 4;

    public SpanWeights(int dayCount)
    {
        DayCount = dayCount;
        OneDay = Weight(dayCount, 1);
        ThreeDays = Weight(dayCount, 3);
        Week = Weight(dayCount, 7);
        Fortnight = Weight(dayCount, 14);
        Month = Weight(dayCount, dayCount);
    }

    /// <summary>Days of the month.</summary>
    public int DayCount { get; }

    public double OneDay { get; }

    public double ThreeDays { get; }

    public double Week { get; }

    public double Fortnight { get; }

    public double Month { get; }

    /// <summary>The types' forms, weighted and added in the order of the types.</summary>
    public static double WeighTypes(double disorder, double medical, double violent, double other) =>
        ((8 * disorder + 6 * medical) + 20 * violent) + other;

    private static double Weight(int dayCount, int span) => 1.0 / ((dayCount - span + 1) * span * span);
}
