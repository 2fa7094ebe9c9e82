using System.Text;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Cases;

/// <summary>
/// The street segment of a parcel or an intersection, from the tables. Read only when a location file leaves a street out: most
/// packages never do, and Parcels has up to some 330,000 rows.
/// </summary>
internal sealed class StreetLookup
{
    private readonly Lazy<Table> parcels;
    private readonly Lazy<Table> intersections;

    public StreetLookup(Func<string, TextLines> readTable)
    {
        parcels = new(() => new Table(readTable(ContestFiles.Parcels), "AddressID"));
        intersections = new(() => new Table(readTable(ContestFiles.Intersections), "propID"));
    }

    /// <summary>The street of a location such as <c>A123</c> or <c>I45</c>; empty if the tables know none.</summary>
    public ReadOnlySpan<byte> Find(string location) => location[0] switch
    {
        'A' => parcels.Value.StreetOf(location),
        'I' => intersections.Value.StreetOf(location),
        _ => default,
    };

    /// <summary>
    /// A table, kept for as long as the package is open, and its rows by key; of a key that is there twice the first row counts (ruling 4).
    /// </summary>
    private sealed class Table(TextLines lines, string key)
    {
        private readonly LineIndex rows = new(lines, Header.Require(lines, key));
        private readonly int streetColumn = Header.Require(lines, "Ref_ID");

        public ReadOnlySpan<byte> StreetOf(string location) =>
            rows.Find(Encoding.UTF8.GetBytes(location, 1, location.Length - 1)) is { } line
            ? TabFields.At(lines[line], streetColumn) : default;
    }
}
