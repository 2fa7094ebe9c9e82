using Evaluator.City.Places;
using Evaluator.City.Records;
using Evaluator.City.Time;

namespace Evaluator.City.Rates;

/// <summary>Which precursors are at work where and when, in one block group. Bits in a byte, one for each precursor.</summary>
internal sealed class RunningEffects
{
    private readonly BlockGroupPlaces places;
    private readonly int locations;
    private readonly byte[] running; // month, location: effects on the place itself, its street or the block group

    public RunningEffects(BlockGroupPlaces places, CivicRecords records)
    {
        this.places = places;
        locations = places.Locations.Length;
        running = new byte[(Calendar.LastMonth - MonthlyRates.FirstMonth + 1) * locations];
        foreach (Violation violation in records.Violations)
            if (violation.Kind.Danger)
                Start(Precursor.DangerousBuilding, violation.Day, violation.Location);
        foreach (ServiceRequest request in records.Requests)
        {
            if (request.Type.Reason == "Housing")
                Start(Precursor.HousingComplaint, request.Day, request.Location);
            if (request.Type.Reason == "Graffiti")
                Start(Precursor.Graffiti, request.Day, request.Location);
        }
        foreach (Foreclosure foreclosure in records.Foreclosures)
            if (foreclosure.Kind == ForeclosureKind.Petition && foreclosure.Day >= Calendar.FirstDay)
                Start(Precursor.Foreclosure, foreclosure.Day, foreclosure.Location);
        StartWaves(records);
    }

    /// <summary>By how much the rate of a type is raised.</summary>
    public double Factor(int month, int location, int type)
    {
        int bits = running[(month - MonthlyRates.FirstMonth) * locations + location];
        if (bits == 0)
            return 1;
        Span<double> largest = [1, 1, 1]; // by reach
        for (int i = 0; i < Precursor.All.Length; i++)
        {
            if ((bits >> i & 1) == 0)
                continue;
            ref double reach = ref largest[(int)Precursor.All[i].Reach];
            reach = Math.Max(reach, Precursor.All[i].Factors[type]);
        }
        return largest[0] * largest[1] * largest[2];
    }

    private void StartWaves(CivicRecords records)
    {
        for (int month = Calendar.FirstMonth; month < Calendar.LastMonth; month++)
        {
            int needles =
                records.Requests.Count(request => request.Type == RequestType.NeedlePickup && Calendar.MonthOf(request.Day) == month);
            if (needles >= CivicRecords.NeedlesOfAWave)
                Start(Precursor.NeedleWave, Calendar.MonthStart(month), 0);
        }
    }

    private void Start(Precursor precursor, int day, int location)
    {
        byte bit = (byte)(1 << Array.IndexOf(Precursor.All, precursor));
        (int from, int end) = precursor.Reach switch
        {
            Reach.Place => (location, location + 1),
            Reach.Street => places.StreetOf[location],
            _ => (0, locations),
        };
        int first = Math.Max(MonthlyRates.FirstMonth, Calendar.MonthOf(day) + 1);
        int last = Math.Min(Calendar.LastMonth, Calendar.MonthOf(day) + precursor.Months);
        for (int month = first; month <= last; month++)
            foreach (ref byte bits in running.AsSpan((month - MonthlyRates.FirstMonth) * locations, locations)[from..end])
                bits |= bit;
    }
}
