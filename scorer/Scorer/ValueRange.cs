namespace Evaluator.Scorer;

/// <summary>The values that count as they are. What lies outside [0, 10] is clamped (contest.md, "Scoring").</summary>
internal static class ValueRange
{
    public const double Lowest = 0;
    public const double Highest = 10;

    /// <summary>
    /// The bit pattern of the last double below 10. As unsigned numbers, exactly the patterns of values outside [+0, 10) are
    /// above it: 10 and more, all with a sign (−0 too), and NaN. Its lower half is all ones, so the largest upper half alone
    /// decides, and the two halves may be maximised apart.
    /// </summary>
    public const ulong LastInside = 0x4023_FFFF_FFFF_FFFF;
}
