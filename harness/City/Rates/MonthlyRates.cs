using Evaluator.City.Places;
using Evaluator.City.Randomness;
using Evaluator.City.Records;
using Evaluator.City.Time;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Rates;

/// <summary>
/// The rate of each location and type in each month from December 2010 (month 0) to December 2011: base rate x regime x
/// precursors. Constant within a month; the days are <see cref="DayFactors"/>.
/// </summary>
internal sealed class MonthlyRates
{
    public const int FirstMonth = 0;
    private const int Months = Calendar.LastMonth - FirstMonth + 1;

    /// <summary>Places change for reasons nobody records: each month with this chance a place starts a new regime.</summary>
    private const double NewRegimeAMonth = 0.08;

    // Spread of the logarithm of a regime's factor (mean one): keeps the correlation of January-August with September-December
    // where it was measured.
    private static readonly double[] RegimeSpread = [0.9, 0.9, 0.9, 0.5];

    private readonly float[] weights; // month, location, type
    private readonly int stride;

    private MonthlyRates(int locations)
    {
        stride = locations * EventTypes.Count;
        weights = new float[Months * stride];
    }

    /// <summary>By type, the sum over the twelve months of 2011 of rate x days: the block group's first events before scaling.</summary>
    public double[] Year { get; } = new double[EventTypes.Count];

    /// <summary>The L x 4 rates of one month, unscaled.</summary>
    public ReadOnlySpan<float> Of(int month) => weights.AsSpan((month - FirstMonth) * stride, stride);

    public static MonthlyRates Draw(ulong seed, BlockGroupPlaces places, float[] baseRates, CivicRecords records)
    {
        var rates = new MonthlyRates(places.Locations.Length);
        rates.FillRegimes(new RandomStream(seed, Purpose.Regimes, places.BlockGroup.Index), baseRates);
        rates.ApplyEffects(places, new RunningEffects(places, records));
        for (int month = 1; month <= Calendar.LastMonth; month++)
        {
            ReadOnlySpan<float> weights = rates.Of(month);
            for (int i = 0; i < weights.Length; i++)
                rates.Year[i % EventTypes.Count] += (double)weights[i] * Calendar.DaysIn(month);
        }
        return rates;
    }

    private void FillRegimes(RandomStream random, float[] baseRates)
    {
        Span<double> regime = stackalloc double[EventTypes.Count];
        for (int location = 0; location < stride; location += EventTypes.Count)
        {
            for (int month = FirstMonth; month <= Calendar.LastMonth; month++)
            {
                if (month == FirstMonth || random.Chance(NewRegimeAMonth))
                {
                    double shared = random.Normal(); // a place that turns bad does so in all respects
                    for (int type = 0; type < EventTypes.Count; type++)
                        regime[type] = PortableMath.Exp(RegimeSpread[type] * shared - RegimeSpread[type] * RegimeSpread[type] / 2);
                }
                for (int type = 0; type < EventTypes.Count; type++)
                    weights[(month - FirstMonth) * stride + location + type] = (float)(baseRates[location + type] * regime[type]);
            }
        }
    }

    private void ApplyEffects(BlockGroupPlaces places, RunningEffects effects)
    {
        for (int month = FirstMonth; month <= Calendar.LastMonth; month++)
        {
            for (int location = 0; location < places.Locations.Length; location++)
            {
                for (int type = 0; type < EventTypes.Count; type++)
                    weights[(month - FirstMonth) * stride + location * EventTypes.Count + type] *= (float)effects.Factor(month, location,
                        type);
            }
        }
    }
}
