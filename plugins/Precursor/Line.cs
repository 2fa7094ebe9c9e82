/// <summary>A line as the contest passes it: fields between tabs, without a header.</summary>
static class Line
{
    // The date stands in the first field after Priority that reads as one; 0 when none does: such an emergency is not an event.
    public static int DayOfEmergency(string line, int month)
    {
        int columns = line.Split('\t').Length;
        for (int column = 2; column < columns; column++)
        {
            int day = DayOfMonth(Field(line, column), month);
            if (day > 0)
                return day;
        }
        return 0;
    }

    // 2011-09-05 or 9/5/2011, with or without a time; 0 when it is neither or lies outside the month.
    static int DayOfMonth(string field, int month)
    {
        string date = field.Split(' ', 'T')[0];
        string[] iso = date.Split('-'), american = date.Split('/');
        string[] yearMonthDay = american.Length == 3 ? [american[2], american[0], american[1]] : iso;
        return yearMonthDay.Length == 3
            && int.TryParse(yearMonthDay[0], out int year) && year == 2011
            && int.TryParse(yearMonthDay[1], out int monthRead) && monthRead == month
            && int.TryParse(yearMonthDay[2], out int day) && day >= 1 && day <= Calendar.DaysIn[month]
            ? day : 0;
    }

    // One field of a line, trimmed; empty when the line is too short.
    public static string Field(string line, int column)
    {
        int start = 0;
        for (; column > 0; column--)
        {
            int tab = line.IndexOf('\t', start);
            if (tab < 0)
                return "";
            start = tab + 1;
        }
        int end = line.IndexOf('\t', start);
        return (end < 0 ? line[start..] : line[start..end]).Trim();
    }
}
