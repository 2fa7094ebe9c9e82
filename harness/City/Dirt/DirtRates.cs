using Evaluator.Contest.Lint;

namespace Evaluator.City.Dirt;

/// <summary>How often each kind of dirt is planted: a share of the rows, or of the files, that could have it.</summary>
public sealed class DirtRates
{
    private readonly Dictionary<Fault, double> rates;

    private DirtRates(Dictionary<Fault, double> rates) => this.rates = rates;

    /// <summary>As seen in the city's real files where a figure is known (calibration), else small. Emergencies' dirt is extra rows,
    /// so that it never changes how many events are placed.</summary>
    public static DirtRates AsSeen { get; } = new(new Dictionary<Fault, double>
    {
        [Fault.Windows1252File] = 1,             // switch: Intersections.csv and Parcels.csv, which have names with accents
        [Fault.CrlfFile] = 0.02,                 // of the event and location files
        [Fault.ByteOrderMark] = 0.002,           // of the same
        [Fault.IgnoredFile] = 1,                 // switch: two files that a Mac leaves behind
        [Fault.AddressIdTwice] = 0.0005,         // extra rows of Parcels
        [Fault.LandUseBlank] = 0.12,
        [Fault.DefaultPoint] = 0.048,            // 2,498 of 52,146 on City Hall's point
        [Fault.PointOffTheMap] = 0.0006,         // 56 of 95,835 at (-1, -1)
        [Fault.RangeAsNumber] = 1,               // switch: 15 % of addresses are ranges, written as "6-10"; without it "6"
        [Fault.ZipWithoutZero] = 0.02,
        [Fault.BlockGroupIdMalformed] = 0.001,   // "0250250001001"
        [Fault.StreetUnknown] = 0.001,
        [Fault.AddressUnknown] = 0.001,
        [Fault.LocationTwice] = 0.0005,          // extra rows of location files
        [Fault.LocationWithoutStreet] = 0.001,
        [Fault.PlaceBlank] = 0.089,              // service requests: 8.9 % have no place
        [Fault.FloatAsId] = 0.01,                // service requests: "A52168.0"
        [Fault.PlaceElsewhere] = 0.003,
        [Fault.PlaceUnknown] = 0.002,
        [Fault.WrongKey] = 0.02,                 // permits: ParcelNum for AddressID; foreclosures: AddressID for ParcelNum
        [Fault.DateUnreadable] = 0.0005,
        [Fault.DateOutsideMonth] = 0.001,
        [Fault.DescriptionBlank] = 0.015,        // violations: 225 of 14,683
        [Fault.SpellingTwin] = 0.10,             // violations whose text has a second spelling
        [Fault.CaseNumberTwice] = 0.015,         // extra violations: 218 of 14,683
        [Fault.EmergencyWithoutPlace] = 0.0010,
        [Fault.EmergencyElsewhere] = 0.0010,
        [Fault.EmergencyPlaceUnknown] = 0.0005,
        [Fault.EmergencyDateUnreadable] = 0.0003,
        [Fault.EmergencyOutsideMonth] = 0.0005,
        [Fault.TypeNotInTable] = 0.002,          // of the emergencies of type other, which they stay
        [Fault.TypeMisspelt] = 0.01,             // lower case, a blank behind: still the same type (ruling 7)
    });

    public static DirtRates None { get; } = new([]);

    /// <summary>The kinds that the generator can plant.</summary>
    public static IReadOnlyCollection<Fault> Kinds => AsSeen.rates.Keys;

    public double this[Fault kind] => rates.GetValueOrDefault(kind);

    /// <exception cref="ArgumentException">The kind can't be planted, or the rate is not between 0 and 1.</exception>
    public DirtRates With(Fault kind, double rate)
    {
        if (!Kinds.Contains(kind))
            throw new ArgumentException($"The generator can't plant {kind}; it can plant {string.Join(", ", Kinds)}.");
        if (!(rate is >= 0 and <= 1))
            throw new ArgumentException($"The rate of {kind} is {rate}; a number from 0 to 1 was expected.");
        return new DirtRates(new Dictionary<Fault, double>(rates) { [kind] = rate });
    }
}
