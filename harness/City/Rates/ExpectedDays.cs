using Evaluator.City.Time;

namespace Evaluator.City.Rates;

/// <summary>
/// How a month's expected counts follow from rates: an event on day d is a first event of that day, or the near-repeat of one up to 13
/// days before, which may lie in the month before, at that month's rate.
/// expected(i, d, k) = rate(m, i, k) · own(m, d, k) + rate(m - 1, i, k) · carried(m, d, k), exactly.
/// </summary>
public sealed class ExpectedDays(DayFactors days)
{
    /// <param name="day">0-based day of the month.</param>
    public double Own(int month, int day, int type)
    {
        int first = Calendar.MonthStart(month);
        return days.Expected(first + day, type) + NearRepeats.Chance[type] * Followers(first + day, type, first, first + day + 1);
    }

    public double Carried(int month, int day, int type) =>
        NearRepeats.Chance[type]
        * Followers(Calendar.MonthStart(month) + day, type, Calendar.MonthStart(month - 1), Calendar.MonthStart(month));

    /// <summary>Day factors of the days from … end - 1, weighted with the chance that a follower comes on the given day.</summary>
    private double Followers(int day, int type, int from, int end)
    {
        double sum = 0.0;
        for (int lag = 0; lag < NearRepeats.Days; lag++)
            if (day - lag >= from && day - lag < end)
                sum += NearRepeats.Lag[lag] * days.Expected(day - lag, type);
        return sum;
    }
}
