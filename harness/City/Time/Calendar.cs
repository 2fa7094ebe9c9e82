namespace Evaluator.City.Time;

/// <summary>
/// Days are counted from 1 January 2011 (day 0); months run on from January 2011 (month 1), so that December 2010 is month 0.
/// </summary>
public static class Calendar
{
    public const int Days = 365;

    /// <summary>1 October 2010: the events that precede the contest's year, and still act in it, start here.</summary>
    public const int FirstDay = -92;

    public const int FirstMonth = -2;
    public const int LastMonth = 12;

    private static readonly DateOnly Origin = new(2011, 1, 1);
    private static readonly int[] MonthStarts =
        Enumerable.Range(FirstMonth, LastMonth - FirstMonth + 2).Select(month => Origin.AddMonths(month - 1).DayNumber - Origin.DayNumber)
            .ToArray();

    /// <summary>First day of a month, -2 … 13.</summary>
    public static int MonthStart(int month) => MonthStarts[month - FirstMonth];

    public static int DaysIn(int month) => MonthStart(month + 1) - MonthStart(month);

    public static int MonthOf(int day)
    {
        DateOnly date = DateOf(day);
        return (date.Year - 2011) * 12 + date.Month;
    }

    public static DateOnly DateOf(int day) => Origin.AddDays(day);

    /// <summary>0 = Monday … 6 = Sunday.</summary>
    public static int WeekdayOf(int day) => ((int)DateOf(day).DayOfWeek + 6) % 7;
}
