using System.Buffers.Text;

namespace Evaluator.Contest.Lines;

/// <summary>
/// Reads the dates of event files: <c>2011-09-05</c> or <c>9/5/2011</c> (month first), alone or with a time such as <c>13:00</c>,
/// <c>13:00:00</c>, <c>T13:00:00.000</c> or <c>1:00 PM</c>, and an offset from UTC such as <c>Z</c>, <c>+00</c> or <c>-04:00</c>. The day
/// is the
/// one that is written: cities' portals put <c>+00</c> behind times of their own. Anything else is unreadable, two-digit years
/// above all: a guess would move an event by a century, or into a month it was not in.
/// </summary>
internal static class EventDate
{
    public static bool TryRead(ReadOnlySpan<byte> field, out DateOnly date)
    {
        date = default;
        field = TabFields.Trim(field);
        bool read = field.Length > 4 && field[4] == '-'
            ? TryReadYearFirst(ref field, out int year, out int month, out int day)
            : TryReadMonthFirst(ref field, out year, out month, out day);
        if (!read || !IsNothingOrTime(field))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadYearFirst(ref ReadOnlySpan<byte> rest, out int year, out int month, out int day)
    {
        month = day = 0;
        return TryTakeNumber(ref rest, 4, 4, out year) && TryTake(ref rest, '-')
            && TryTakeNumber(ref rest, 2, 2, out month) && TryTake(ref rest, '-')
            && TryTakeNumber(ref rest, 2, 2, out day);
    }

    private static bool TryReadMonthFirst(ref ReadOnlySpan<byte> rest, out int year, out int month, out int day)
    {
        year = day = 0;
        return TryTakeNumber(ref rest, 1, 2, out month) && TryTake(ref rest, '/')
            && TryTakeNumber(ref rest, 1, 2, out day) && TryTake(ref rest, '/')
            && TryTakeNumber(ref rest, 4, 4, out year);
    }

    private static bool IsNothingOrTime(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (!TryTake(ref rest, 'T') && !TryTake(ref rest, ' '))
            return false;
        rest = TabFields.Trim(rest);
        if (!TryTakeNumber(ref rest, 1, 2, out int hour) || !TryTake(ref rest, ':'))
            return false;
        if (!TryTakeNumber(ref rest, 2, 2, out int minute) || minute > 59)
            return false;
        if (TryTake(ref rest, ':'))
        {
            if (!TryTakeNumber(ref rest, 2, 2, out int second) || second > 59)
                return false;
            if (TryTake(ref rest, '.') && !TryTakeNumber(ref rest, 1, 9, out _))
                return false;
        }
        rest = TabFields.Trim(rest);
        if (rest.IsEmpty || IsOffset(rest))
            return hour <= 23;
        bool half = System.Text.Ascii.EqualsIgnoreCase(rest, "AM") || System.Text.Ascii.EqualsIgnoreCase(rest, "PM");
        return half && hour is >= 1 and <= 12;
    }

    /// <summary><c>Z</c>, <c>UTC</c>, or a sign with hours and perhaps minutes.</summary>
    private static bool IsOffset(ReadOnlySpan<byte> rest)
    {
        if (rest.SequenceEqual("Z"u8) || rest.SequenceEqual("z"u8) || rest.SequenceEqual("UTC"u8))
            return true;
        if (!TryTake(ref rest, '+') && !TryTake(ref rest, '-'))
            return false;
        if (rest.Length == 4)    // +0530
            return TryTakeNumber(ref rest, 4, 4, out int both) && both / 100 <= 14 && both % 100 <= 59;
        if (!TryTakeNumber(ref rest, 2, 2, out int hours) || hours > 14)
            return false;
        return rest.IsEmpty || (TryTake(ref rest, ':') && TryTakeNumber(ref rest, 2, 2, out int minutes) && minutes <= 59 && rest.IsEmpty);
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
            return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>Takes all digits at the start; false unless there are as many as wanted.</summary>
    private static bool TryTakeNumber(ref ReadOnlySpan<byte> rest, int fewestDigits, int mostDigits, out int number)
    {
        int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = rest.Length;
        number = 0;
        if (digits < fewestDigits || digits > mostDigits || !Utf8Parser.TryParse(rest[..digits], out number, out _))
            return false;
        rest = rest[digits..];
        return true;
    }
}
