using Evaluator.City.Randomness;
using Evaluator.City.Time;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Rates;

/// <summary>
/// How a day differs from the average day of 2011, city-wide. The foreseeable part (<see cref="Expected"/>: season, weekday, holidays,
/// the hurricane) has mean one over the year and is what the oracle knows. <see cref="Weather"/> is the part that nobody foresees:
/// it multiplies the draws, has expectation one, and the oracle leaves it out.
/// </summary>
public sealed class DayFactors
{
    /// <summary>Near-repeats reach 13 days back, so factors start before the year does.</summary>
    public const int Lead = NearRepeats.Days;

    // Boston police and ambulance dispatches per day by month, 2011.
    private static readonly double[] PoliceMonths = [1777, 1842, 1866, 1886, 2033, 1999, 2069, 2006, 2073, 2037, 1921, 1839];
    private static readonly double[] AmbulanceMonths = [359, 367, 358, 362, 379, 392, 407, 390, 402, 378, 360, 351];

    // Boston police reports by weekday, Monday to Sunday: verbal disputes and vandalism, medical, simple assault, accidents.
    private static readonly double[][] Weekdays =
    [
        [1.00, 0.95, 0.95, 0.96, 0.98, 1.07, 1.09],
        [1.00, 1.02, 1.06, 1.07, 1.02, 0.93, 0.90],
        [0.90, 0.94, 0.98, 0.97, 1.06, 1.05, 1.10],
        [0.96, 0.97, 0.98, 0.97, 1.09, 1.08, 0.96],
    ];

    /// <summary>Days that everybody sees coming, and the hurricane Irene of 28 August. Factors by type; our assumption.</summary>
    private static readonly (int Month, int Day, double[] Factors)[] SpecialDays =
    [
        (1, 1, [1.5, 1.3, 1.5, 1.0]), (7, 3, [1.3, 1.1, 1.2, 1.1]), (7, 4, [1.7, 1.2, 1.5, 1.1]), (8, 28, [0.8, 1.1, 0.8, 1.6]),
        (8, 29, [1.0, 1.1, 1.0, 1.3]), (10, 29, [1.4, 1.1, 1.3, 1.1]), (10, 31, [1.5, 1.1, 1.3, 1.1]), (11, 24, [0.8, 0.9, 0.9, 0.6]),
        (12, 24, [0.8, 0.9, 0.9, 0.8]), (12, 25, [0.7, 0.9, 0.9, 0.6]), (12, 31, [1.4, 1.2, 1.4, 1.0]),
    ];

    // Standard deviations of the unforeseen factor: one that all types share, and each type's own.
    // With them the residual variance/mean of the city's daily counts comes out as measured in Boston (see MODEL.md).
    private const double SharedWeather = 0.085;
    private static readonly double[] OwnWeather = [0.16, 0.05, 0.09, 0.06];

    private readonly double[] expected = new double[(Calendar.Days + Lead) * EventTypes.Count];
    private readonly double[] weather = new double[(Calendar.Days + Lead) * EventTypes.Count];

    public DayFactors(ulong seed)
    {
        for (int type = 0; type < EventTypes.Count; type++)
        {
            double year = 0.0;
            for (int day = -Lead; day < Calendar.Days; day++)
            {
                double factor = Foreseen(day, type);
                expected[Index(day, type)] = factor;
                if (day >= 0)
                    year += factor;
            }
            for (int day = -Lead; day < Calendar.Days; day++)
                expected[Index(day, type)] *= Calendar.Days / year;
        }
        for (int day = -Lead; day < Calendar.Days; day++)
        {
            var random = new RandomStream(seed, Purpose.Weather, day);
            double shared = random.LogNormal(SharedWeather);
            for (int type = 0; type < EventTypes.Count; type++)
                weather[Index(day, type)] = shared * random.LogNormal(OwnWeather[type]);
        }
    }

    public double Expected(int day, int type) => expected[Index(day, type)];

    public double Weather(int day, int type) => weather[Index(day, type)];

    private static double Foreseen(int day, int type)
    {
        DateOnly date = Calendar.DateOf(day);
        double[] months = type == EventTypes.Medical ? AmbulanceMonths : PoliceMonths;
        double factor = months[date.Month - 1] / months.Average() * Weekdays[type][Calendar.WeekdayOf(day)];
        foreach ((int Month, int Day, double[] Factors) special in SpecialDays)
            if (day >= 0 && date.Month == special.Month && date.Day == special.Day)
                factor *= special.Factors[type];
        return factor;
    }

    private static int Index(int day, int type) => (day + Lead) * EventTypes.Count + type;
}
