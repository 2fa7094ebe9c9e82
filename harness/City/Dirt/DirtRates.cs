using Evaluator.Contest.Lint;

namespace Evaluator.City.Dirt;

/// <summary>How often each kind of dirt is planted: a share of the rows, or of the files, that could have it.</summary>
public sealed class DirtRates
{
    private readonly Dictionary<DataFault, double> rates;

    private DirtRates(Dictionary<DataFault, double> rates) => this.rates = rates;

    /// <summary>As seen in the city's real files where a figure is known (calibration), else small. Emergencies' dirt is extra rows,
    /// so that it never changes how many events are placed.</summary>
    public static DirtRates AsSeen { get; } = new(new Dictionary<DataFault, double>
    {
        [DataFault.Windows1252File] = 1,             // switch: Intersections.csv and Parcels.csv, which have names with accents
        [DataFault.CrlfFile] = 0.02,                 // of the event and location files
        [DataFault.ByteOrderMark] = 0.002,           // of the same
        [DataFault.IgnoredFile] = 1,                 // switch: two files that a Mac leaves behind
        [DataFault.AddressIdTwice] = 0.0005,         // extra rows of Parcels
        [DataFault.LandUseBlank] = 0.12,
        [DataFault.DefaultPoint] = 0.048,            // 2,498 of 52,146 on City Hall's point
        [DataFault.PointOffTheMap] = 0.0006,         // 56 of 95,835 at (-1, -1)
        [DataFault.RangeAsNumber] = 1,               // switch: 15 % of addresses are ranges, written as "6-10"; without it "6"
        [DataFault.ZipWithoutZero] = 0.02,
        [DataFault.BlockGroupIdMalformed] = 0.001,   // "0250250001001"
        [DataFault.StreetUnknown] = 0.001,
        [DataFault.AddressUnknown] = 0.001,
        [DataFault.LocationTwice] = 0.0005,          // extra rows of location files
        [DataFault.LocationWithoutStreet] = 0.001,
        [DataFault.PlaceBlank] = 0.089,              // service requests: 8.9 % have no place
        [DataFault.FloatAsId] = 0.01,                // service requests: "A52168.0"
        [DataFault.PlaceElsewhere] = 0.003,
        [DataFault.PlaceUnknown] = 0.002,
        [DataFault.WrongKey] = 0.02,                 // permits: ParcelNum for AddressID; foreclosures: AddressID for ParcelNum
        [DataFault.DateUnreadable] = 0.0005,
        [DataFault.DateOutsideMonth] = 0.001,
        [DataFault.DescriptionBlank] = 0.015,        // violations: 225 of 14,683
        [DataFault.SpellingTwin] = 0.10,             // violations whose text has a second spelling
        [DataFault.CaseNumberTwice] = 0.015,         // extra violations: 218 of 14,683
        [DataFault.EmergencyWithoutPlace] = 0.0010,
        [DataFault.EmergencyElsewhere] = 0.0010,
        [DataFault.EmergencyPlaceUnknown] = 0.0005,
        [DataFault.EmergencyDateUnreadable] = 0.0003,
        [DataFault.EmergencyOutsideMonth] = 0.0005,
        [DataFault.TypeNotInTable] = 0.002,          // of the emergencies of type other, which they stay
        [DataFault.TypeMisspelt] = 0.01,             // lower case, a blank behind: still the same type (ruling 7)
    });

    public static DirtRates None { get; } = new([]);

    /// <summary>The kinds that the generator can plant.</summary>
    public static IReadOnlyCollection<DataFault> Kinds => AsSeen.rates.Keys;

    public double this[DataFault kind] => rates.GetValueOrDefault(kind);

    /// <exception cref="ArgumentException">The kind can't be planted, or the rate is not between 0 and 1.</exception>
    public DirtRates With(DataFault kind, double rate)
    {
        if (!Kinds.Contains(kind))
            throw new ArgumentException($"The generator can't plant {kind}; it can plant {string.Join(", ", Kinds)}.");
        if (!(rate is >= 0 and <= 1))
            throw new ArgumentException($"The rate of {kind} is {rate}; a number from 0 to 1 was expected.");
        return new DirtRates(new Dictionary<DataFault, double>(rates) { [kind] = rate });
    }
}
