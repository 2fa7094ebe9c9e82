using System.Globalization;
using System.Text;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;

namespace Evaluator.Report.Findings;

/// <summary>
/// Where the locations lie: parcels by <c>AddressID</c>, intersections by <c>propID</c>. Rows without a readable point are left out.
/// </summary>
internal sealed class LocationPoints
{
    private const int ParcelsTable = 0, IntersectionsTable = 3;

    private readonly Dictionary<string, MapPoint> points = new(StringComparer.Ordinal);

    private LocationPoints()
    {
    }

    public static LocationPoints Read(DataPackage package)
    {
        using StaticTables tables = package.ReadStaticTables();
        var locations = new LocationPoints();
        locations.Add(tables.Tables[ParcelsTable], "AddressID", 'A');
        locations.Add(tables.Tables[IntersectionsTable], "propID", 'I');
        return locations;
    }

    /// <returns>Null for a location that no table has a point for.</returns>
    public MapPoint? Of(string location) => points.TryGetValue(location, out MapPoint point) ? point : null;

    /// <summary>The middle of the locations, each coordinate's median: some stand on a default point far away.</summary>
    public MapPoint? MiddleOf(IEnumerable<string> locations)
    {
        MapPoint[] known = [.. locations.Select(Of).OfType<MapPoint>()];
        return known.Length == 0 ? null : new MapPoint(Median(known, point => point.X), Median(known, point => point.Y));
    }

    private static double Median(MapPoint[] known, Func<MapPoint, double> coordinate) =>
        known.Select(coordinate).Order().ElementAt(known.Length / 2);

    private void Add(TextLines table, string key, char prefix)
    {
        if (table.Count == 0)
            return;
        int keyColumn = Header.Find(table[0], key), x = Header.Find(table[0], "X"), y = Header.Find(table[0], "Y");
        if (keyColumn < 0 || x < 0 || y < 0)
            return;
        for (int line = 1; line < table.Count; line++)
        {
            if (TryRead(TabFields.At(table[line], x), out double east) && TryRead(TabFields.At(table[line], y), out double north))
                points.TryAdd(prefix + Encoding.UTF8.GetString(TabFields.At(table[line], keyColumn)), new MapPoint(east, north));
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
