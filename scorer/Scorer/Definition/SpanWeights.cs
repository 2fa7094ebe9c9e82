namespace Evaluator.Scorer.Definition;

/// <summary>
/// What the squared window sums of each span count for: 1 / (N(t)·t²), where N(t) = D − t + 1 is the number of windows of
/// t days in a month of D (CONTEST.md, "Scoring").
/// </summary>
internal readonly struct SpanWeights
{
    /// <summary>Sum of the types' weights, times the number of spans: 175.</summary>
    public const double Total = EventTypes.WeightSum * Spans.Count;

    public SpanWeights(int dayCount)
    {
        DayCount = dayCount;
        OneDay = Weight(dayCount, Spans.OneDay);
        ThreeDays = Weight(dayCount, Spans.ThreeDays);
        Week = Weight(dayCount, Spans.Week);
        Fortnight = Weight(dayCount, Spans.Fortnight);
        Month = Weight(dayCount, dayCount);
    }

    /// <summary>Days of the month.</summary>
    public int DayCount { get; }

    public double OneDay { get; }

    public double ThreeDays { get; }

    public double Week { get; }

    public double Fortnight { get; }

    public double Month { get; }

    private static double Weight(int dayCount, int span) => 1.0 / ((dayCount - span + 1) * span * span);
}
