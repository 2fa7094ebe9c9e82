namespace Evaluator.Scorer.Definition;

/// <summary>The lengths of the windows, in days, that errors are summed over (CONTEST.md, "Scoring").</summary>
public static class Spans
{
    public const int Count = 5;

    internal const int OneDay = 1, ThreeDays = 3, Week = 7, Fortnight = 14;

    /// <summary>In a month of so many days: 1, 3, 7, 14 and the month.</summary>
    public static int[] In(int dayCount) => [OneDay, ThreeDays, Week, Fortnight, dayCount];
}
