using System.Text;

namespace Evaluator.Contest;

/// <summary>
/// The street segment of a parcel or an intersection, from the tables. Read only when a location file leaves a street out: most
/// packages never do, and Parcels has up to some 330,000 rows.
/// </summary>
internal sealed class StreetLookup
{
    private readonly Lazy<Dictionary<string, string>> _ofParcel;
    private readonly Lazy<Dictionary<string, string>> _ofIntersection;

    public StreetLookup(Func<string, TextLines> readTable)
    {
        _ofParcel = new(() => ReadStreets(readTable(ContestFiles.Parcels), "AddressID"));
        _ofIntersection = new(() => ReadStreets(readTable(ContestFiles.Intersections), "propID"));
    }

    /// <summary>The street of a location such as <c>A123</c> or <c>I45</c>; null if the tables know none.</summary>
    public string? Find(string location)
    {
        Dictionary<string, string>? streets = location[0] switch { 'A' => _ofParcel.Value, 'I' => _ofIntersection.Value, _ => null };
        return streets is not null
            && streets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(location.AsSpan(1), out string? street)
            && street.Length > 0 ? street : null;
    }

    private static Dictionary<string, string> ReadStreets(TextLines table, string key)
    {
        using TextLines lines = table;
        int keyColumn = Header.Require(lines, key);
        int streetColumn = Header.Require(lines, "Ref_ID");
        var streets = new Dictionary<string, string>(lines.Count, StringComparer.Ordinal);
        // A key that is there twice: its first row counts (ruling 4).
        for (int line = 1; line < lines.Count; line++)
            streets.TryAdd(Text(TabFields.At(lines[line], keyColumn)), Text(TabFields.At(lines[line], streetColumn)));
        return streets;
    }

    private static string Text(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field);
}
