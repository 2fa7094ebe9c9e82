namespace Evaluator.Contest.Calls;

/// <summary>The year all events lie in.</summary>
public static class ContestYear
{
    public const int Number = 2011;

    /// <summary>The days of a month, January = 1.</summary>
    public static int DaysIn(int month) => DateTime.DaysInMonth(Number, month);
}
