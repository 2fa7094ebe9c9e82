/// <summary>The months of 2011.</summary>
static class Calendar
{
    public static readonly int[] DaysIn = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    // 0 = Monday. The first of January 2011 was a Saturday.
    public static int Weekday(int month, int day)
    {
        int dayOfYear = day - 1;
        for (int past = 1; past < month; past++)
            dayOfYear += DaysIn[past];
        return (dayOfYear + 5) % 7;
    }
}
