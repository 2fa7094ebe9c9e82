using Evaluator.City.Time;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Rates;

/// <summary>
/// The rates of one block group in events a day, as they are drawn from and as the oracle knows them: half-precision numbers. The
/// rounding (1 part in 2,000) is part of the model, so the oracle is exact and small.
/// </summary>
internal sealed class DailyRates
{
    /// <summary>Of one type at one place. Boston's busiest place had 609 of 95,835 reports in two years; that is some 9 of the city's
    /// dispatches a day, all types together. Predictions end at 10.</summary>
    private const double MostADay = 3;

    private readonly Half[] rates; // month, location, type
    private readonly int stride;

    public DailyRates(MonthlyRates monthly, double[] eventsPerWeight, int locations)
    {
        stride = locations * EventTypes.Count;
        rates = new Half[(Calendar.LastMonth - MonthlyRates.FirstMonth + 1) * stride];
        for (int month = MonthlyRates.FirstMonth; month <= Calendar.LastMonth; month++)
        {
            ReadOnlySpan<float> weights = monthly.Of(month);
            for (int i = 0; i < stride; i++)
                rates[(month - MonthlyRates.FirstMonth) * stride + i] =
                    (Half)Math.Min(MostADay, weights[i] * eventsPerWeight[i % EventTypes.Count]);
        }
    }

    /// <summary>L x 4 rates of a month, 0 (December 2010) to 12.</summary>
    public ReadOnlyMemory<Half> Of(int month) => rates.AsMemory((month - MonthlyRates.FirstMonth) * stride, stride);
}
