using System.Globalization;

namespace Evaluator.Contest.Calls;

/// <summary>
/// The calls one case makes, in order: setup, the months before the first predicted one, then predict and receive in turn, so
/// that no event of a month is out before that month's prediction is in.
/// </summary>
public sealed class CallingSequence
{
    private CallingSequence(int firstPredicted, int lastPredicted)
    {
        var calls = new List<Call> { new(CallKind.Setup, 0) };
        for (int month = 1; month < firstPredicted; month++)
            calls.Add(new Call(CallKind.ReceiveEvents, month));
        for (int month = firstPredicted; month <= lastPredicted; month++)
        {
            calls.Add(new Call(CallKind.Predict, month));
            if (month < lastPredicted)
                calls.Add(new Call(CallKind.ReceiveEvents, month));
        }
        Calls = calls;
        PredictedMonths = Enumerable.Range(firstPredicted, lastPredicted - firstPredicted + 1).ToList();
        ReceivedMonths = Enumerable.Range(1, lastPredicted - 1).ToList();
        LastDayInSetup = new DateOnly(ContestYear.Number, firstPredicted, 1).AddDays(-1);
    }

    /// <summary>The contest's own: January to August received, September to December predicted; 16 calls.</summary>
    public static CallingSequence Official { get; } = new(9, 12);

    public IReadOnlyList<Call> Calls { get; }

    public IReadOnlyList<int> PredictedMonths { get; }

    public IReadOnlyList<int> ReceivedMonths { get; }

    /// <summary>Foreclosures after this day are not passed: the end of the month before the first predicted one.</summary>
    public DateOnly LastDayInSetup { get; }

    /// <summary>Only the contest's own months give a score that counts.</summary>
    public bool IsOfficial => ReferenceEquals(this, Official);

    /// <summary>The sequence that predicts other months, as in <c>5-8</c>: receives 1 to 4, then predicts and receives in turn.</summary>
    /// <exception cref="FormatException">Not two months, the first no later than the last.</exception>
    public static CallingSequence Parse(string months)
    {
        string[] ends = months.Split('-');
        if (ends.Length != 2 || !TryReadMonth(ends[0], out int first) || !TryReadMonth(ends[1], out int last) || first > last)
            throw new FormatException($"'{months}' is not a range of months; FIRST-LAST was expected, as in 5-8, each from 1 to 12.");
        return first == 9 && last == 12 ? Official : new CallingSequence(first, last);
    }

    private static bool TryReadMonth(string text, out int month) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out month)
        && month is >= 1 and <= 12;
}
