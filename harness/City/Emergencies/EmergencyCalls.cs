using Evaluator.City.Places;
using Evaluator.City.Randomness;
using Evaluator.City.Rates;
using Evaluator.City.Time;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Emergencies;

/// <summary>
/// Draws the emergencies of one block group: for each day and type a Poisson number with mean rate x day factor x weather x a
/// local shock, shared out over the locations by their rates; then the near-repeats of each.
/// </summary>
internal sealed class EmergencyCalls
{
    /// <summary>Spread of the unforeseen daily factor of a block group and type (mean one): a street party, a power cut.</summary>
    private const double LocalShock = 0.35;

    /// <summary>Calls by hour of the day: our assumption, low before dawn, highest in the evening.</summary>
    private static readonly Weights Hours = new(
    [
        3.4, 2.8, 2.3, 1.6, 1.3, 1.3, 1.8, 2.8, 3.8, 4.3, 4.5, 4.7,
        4.9, 4.9, 5.1, 5.3, 5.7, 5.8, 5.8, 5.6, 5.3, 5.2, 5.0, 4.3,
    ]);

    private static readonly Weights Lags = new(NearRepeats.Lag);

    private readonly BlockGroupPlaces places;
    private readonly DayFactors days;
    private readonly List<Emergency> calls = [];
    private RandomStream random;

    private EmergencyCalls(ulong seed, BlockGroupPlaces places, DayFactors days)
    {
        (this.places, this.days) = (places, days);
        random = new RandomStream(seed, Purpose.Emergencies, places.BlockGroup.Index);
    }

    /// <summary>The emergencies of 2011, in the order of time.</summary>
    public static Emergency[] Draw(ulong seed, BlockGroupPlaces places, DailyRates rates, DayFactors days)
    {
        var calls = new EmergencyCalls(seed, places, days);
        for (int month = MonthlyRates.FirstMonth; month <= Calendar.LastMonth; month++)
            for (int type = 0; type < EventTypes.Count; type++)
                calls.DrawMonth(rates.Of(month).Span, month, type);
        return calls.calls.OrderBy(call => call.Day).ThenBy(call => call.Second).ToArray();
    }

    private void DrawMonth(ReadOnlySpan<Half> rates, int month, int type)
    {
        var byLocation = new Weights(places.Locations.Length);
        for (int i = 0; i < byLocation.Count; i++)
            byLocation.Set(i, (double)rates[i * EventTypes.Count + type]);
        for (int day = Math.Max(-DayFactors.Lead, Calendar.MonthStart(month)); day < Calendar.MonthStart(month + 1); day++)
        {
            double factor = days.Expected(day, type) * days.Weather(day, type) * random.LogNormal(LocalShock);
            for (int n = random.Poisson(byLocation.Total * factor); n > 0; n--)
            {
                int location = byLocation.Draw(ref random);
                Add(day, location, type);
                if (random.Chance(NearRepeats.Chance[type]))
                    AddRepeat(day, location, type, byLocation);
            }
        }
    }

    private void AddRepeat(int day, int location, int type, Weights byLocation)
    {
        (int from, int end) = places.StreetOf[location];
        int place = random.Chance(NearRepeats.SamePlace) ? location : byLocation.Draw(ref random, from, end);
        Add(day + Lags.Draw(ref random), place, type);
    }

    private void Add(int day, int location, int type)
    {
        int second = Hours.Draw(ref random) * 3600 + random.Below(3600);
        var code = EmergencyCode.Draw(type, ref random);
        if (day is >= 0 and < Calendar.Days)
            calls.Add(new Emergency(day, second, location, code));
    }
}
