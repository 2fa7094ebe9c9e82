using Evaluator.City.Places;
using Evaluator.City.Randomness;
using Evaluator.City.Time;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Records;

/// <summary>Draws the service requests, violations, permits and foreclosures of one block group.</summary>
internal sealed class RecordKeeping
{
    private const double BlockGroupsOfBoston = 544;
    private const double RequestsAYear = 120_000 / BlockGroupsOfBoston;
    private const double ViolationsAYear = 5_000 / BlockGroupsOfBoston;
    private const double PermitsAYear = 45_000 / BlockGroupsOfBoston;

    // Real service requests by month (2015, the snow-plough type absent) and weekday, Monday first.
    private static readonly double[] RequestMonths = [7528, 9052, 10208, 10563, 10436, 10332, 10406, 12883, 12555, 10277, 8743, 8162];
    private static readonly double[] RequestWeekdays = [20208, 24148, 22279, 21143, 19433, 7477, 6457];

    /// <summary>Constituent call, app, employee, worker app, self service.</summary>
    private static readonly Weights Channels = new([51, 16, 12, 11, 10]);

    /// <summary>1,045 tree emergencies within 48 hours of the hurricane Irene, 28 August (O'Brien, The Urban Commons).</summary>
    private const int HurricaneDay = 239;
    private const double HurricaneTrees = 1_045 / BlockGroupsOfBoston;

    private const double WavesAMonth = 0.05;

    // Petitions, deeds, distressed properties, bank-owned by year 2009, 2010, 2011 (Boston's Foreclosure Trends; the last two are assumed).
    private static readonly (ForeclosureKind Kind, double[] AYear)[] ForeclosureYears =
    [
        (ForeclosureKind.Deed, [776, 821, 450]), (ForeclosureKind.DistressedProperty, [900, 800, 500]),
        (ForeclosureKind.Petition, [2200, 1541, 800]), (ForeclosureKind.BankOwned, [700, 650, 400]),
    ];

    private readonly ulong seed;
    private readonly BlockGroupPlaces places;
    private readonly double[] burden;  // by location: the sum of its base rates
    private readonly Weights callers;  // parcels by how often they are reported
    private readonly Weights corners;  // intersections
    private readonly Weights troubled; // parcels, in proportion to a power of their burden: where dangerous buildings are found

    private RecordKeeping(ulong seed, BlockGroupPlaces places, float[] baseRates)
    {
        (this.seed, this.places) = (seed, places);
        int count = places.Locations.Length;
        burden = new double[count];
        for (int i = 0; i < count; i++)
            for (int type = 0; type < EventTypes.Count; type++)
                burden[i] += baseRates[i * EventTypes.Count + type];

        (callers, corners, troubled) = (new Weights(count), new Weights(count), new Weights(count));
        var random = new RandomStream(seed, Purpose.Requests, ~(long)places.BlockGroup.Index);
        for (int i = 0; i < count; i++)
        {
            bool corner = places.Locations[i].IsIntersection;
            double logBurden = PortableMath.Log(Math.Max(burden[i], 1e-9));
            double habit = PortableMath.Exp(0.35 * logBurden + 0.9 * random.Normal());
            callers.Set(i, corner ? 0 : habit);
            corners.Set(i, corner ? habit : 0);
            troubled.Set(i, corner ? 0 : PortableMath.Exp(0.75 * logBurden));
        }
    }

    public static CivicRecords Keep(ulong seed, BlockGroupPlaces places, float[] baseRates)
    {
        var office = new RecordKeeping(seed, places, baseRates);
        return new CivicRecords(office.Requests(), office.Violations(), office.Permits(), office.Foreclosures());
    }

    private ServiceRequest[] Requests()
    {
        var random = new RandomStream(seed, Purpose.Requests, places.BlockGroup.Index);
        double people = Math.Max(200, places.BlockGroup.People.Population) / 1146.0;
        // 1.04 makes up for the root, whose mean is below 1
        double mean = RequestsAYear / Calendar.Days * Math.Sqrt(people) * random.LogNormal(0.4) * 1.04;
        var requests = new List<ServiceRequest>();
        for (int day = Calendar.FirstDay; day < Calendar.Days; day++)
        {
            double month = RequestMonths[Calendar.DateOf(day).Month - 1] / RequestMonths.Average();
            double weekday = RequestWeekdays[Calendar.WeekdayOf(day)] / RequestWeekdays.Average();
            for (int n = random.Poisson(mean * month * weekday); n > 0; n--)
                requests.Add(Request(day, RequestType.All[RequestType.Shares.Draw(ref random)], ref random));
            if (day is HurricaneDay or HurricaneDay + 1)
                for (int n = random.Poisson(HurricaneTrees / 2); n > 0; n--)
                    requests.Add(Request(day, RequestType.TreeEmergency, ref random));
        }
        AddWaves(requests);
        return requests.OrderBy(request => request.Day).ThenBy(request => request.Second).ToArray();
    }

    private void AddWaves(List<ServiceRequest> requests)
    {
        var random = new RandomStream(seed, Purpose.Waves, places.BlockGroup.Index);
        for (int month = Calendar.FirstMonth; month <= Calendar.LastMonth; month++)
        {
            // Strained block groups have twice the waves of the average, easy ones fewer.
            if (!random.Chance(WavesAMonth * Math.Clamp(1 + 0.5 * places.BlockGroup.People.Strain, 0.2, 3)))
                continue;
            for (int n = CivicRecords.NeedlesOfAWave + random.Below(6); n > 0; n--)
                requests.Add(
                    Request(Calendar.MonthStart(month) + random.Below(Calendar.DaysIn(month)), RequestType.NeedlePickup, ref random));
        }
    }

    private ServiceRequest Request(int day, RequestType type, ref RandomStream random)
    {
        // 71 % at an address, 20 % at an intersection, 9 % without a place (the dirt decides which); corner types go to corners.
        int location = type.AtCorners && corners.Total > 0 && random.Chance(0.6) ? corners.Draw(ref random)
            : type.Reason is "Housing" or "Graffiti" ? troubled.Draw(ref random)
            : callers.Draw(ref random);
        int second = 7 * 3600 + random.Below(6 * 3600) + random.Below(7 * 3600); // office hours, most of them about noon
        return new ServiceRequest(day, second, type, location, Channels.Draw(ref random));
    }

    private Violation[] Violations()
    {
        var random = new RandomStream(seed, Purpose.Violations, places.BlockGroup.Index);
        double mean = ViolationsAYear / Calendar.Days * random.LogNormal(0.5);
        var violations = new List<Violation>();
        for (int day = Calendar.FirstDay; day < Calendar.Days; day++)
        {
            if (Calendar.WeekdayOf(day) >= 5)
                continue; // inspectors work Monday to Friday
            for (int n = random.Poisson(mean * 7 / 5); n > 0; n--)
            {
                ViolationKind kind = ViolationKind.All[ViolationKind.Shares.Draw(ref random)];
                int location = (kind.Danger ? troubled : callers).Draw(ref random);
                violations.Add(new Violation(day, kind, location, random.Chance(0.4), random.Chance(0.7)));
            }
        }
        return violations.ToArray();
    }

    private Permit[] Permits()
    {
        var random = new RandomStream(seed, Purpose.Permits, places.BlockGroup.Index);
        double mean = PermitsAYear / Calendar.Days * random.LogNormal(0.5);
        var permits = new List<Permit>();
        for (int day = Calendar.FirstDay; day < Calendar.Days; day++)
        {
            if (Calendar.WeekdayOf(day) >= 5)
                continue;
            for (int n = random.Poisson(mean * 7 / 5); n > 0; n--)
                permits.Add(new Permit(day, PermitType.Shares.Draw(ref random), callers.Draw(ref random)));
        }
        return permits.ToArray();
    }

    private Foreclosure[] Foreclosures()
    {
        var random = new RandomStream(seed, Purpose.Foreclosures, places.BlockGroup.Index);
        // Two thirds of the petitions are in five neighbourhoods: the strained ones.
        double share = PortableMath.Exp(0.9 * places.BlockGroup.People.Strain - 0.405) / BlockGroupsOfBoston;
        var foreclosures = new List<Foreclosure>();
        foreach ((ForeclosureKind kind, double[]? years) in ForeclosureYears)
        {
            for (int year = 0; year < years.Length; year++)
            {
                int firstDay = (year - 2) * Calendar.Days;
                for (int n = random.Poisson(years[year] * share); n > 0; n--)
                    foreclosures.Add(new Foreclosure(kind, firstDay + random.Below(Calendar.Days), troubled.Draw(ref random)));
            }
        }
        return foreclosures.OrderBy(foreclosure => foreclosure.Day).ToArray();
    }
}
