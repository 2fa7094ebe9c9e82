namespace Evaluator.Scorer;

/// <summary>The values that count as they are. What lies outside [0, 10] is clamped (contest.md, "Scoring").</summary>
internal static class ValueRange
{
    public const double Lowest = 0;
    public const double Highest = 10;

    /// <summary>
    /// A bit pattern whose upper half is that of the last double below 10, and whose lower half is the largest. Compared as
    /// unsigned 32-bit halves, exactly the values outside [+0, 10) have a half above it: 10 and more, all with a sign (−0
    /// too), and NaN.
    /// </summary>
    public const ulong LastInside = 0x4023_FFFF_FFFF_FFFF;
}
