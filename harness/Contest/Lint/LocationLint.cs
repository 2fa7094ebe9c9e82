using System.Text;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>Checks the location files, and knows afterwards which block group lists which location.</summary>
internal sealed class LocationLint(FileIndex files, GeographyLint geography, FindingLog log)
{
    private readonly Dictionary<string, string> blockGroupOf = new(StringComparer.Ordinal);
    private readonly HashSet<(string BlockGroup, string Location)> listedAgain = [];
    private readonly KeyTally tables = new("loc-*.propID", "Parcels or Intersections");
    private readonly KeyTally streets = new("loc-*.Ref_ID", "Street_segments.Ref_ID");

    public int Files { get; private set; }
    public long Rows { get; private set; }
    public long Locations { get; private set; }

    public IEnumerable<ForeignKey> Keys => [tables.ToForeignKey(), streets.ToForeignKey()];

    /// <summary>Whether the block group lists the location.</summary>
    public bool Has(string blockGroup, string location) =>
        blockGroupOf.TryGetValue(location, out string? first) && (first == blockGroup || listedAgain.Contains((blockGroup, location)));

    /// <summary>Whether any block group lists it.</summary>
    public bool IsListed(string location) => blockGroupOf.ContainsKey(location);

    /// <summary>Whether it is a parcel or an intersection of the tables.</summary>
    public bool IsInTables(string location) => location.Length > 1 && location[0] switch
    {
        'A' => geography.AddressIds.Contains(Encoding.UTF8.GetBytes(location[1..])),
        'I' => geography.Intersections.Contains(Encoding.UTF8.GetBytes(location[1..])),
        _ => false,
    };

    public void Check(string blockGroup)
    {
        if (files.Find(ContestFiles.Locations(blockGroup)) is not { } path)
        {
            log.Add(DataFault.LocationFileMissing, ContestFiles.Locations(blockGroup));
            return;
        }
        using TextLines lines = LintedFile.Read(path, log);
        Files++;
        Rows += Math.Max(0, lines.Count - 1);
        int place = LintedFile.Column(lines, "propID", log);
        int street = LintedFile.Column(lines, "Ref_ID", log);
        long before = Locations;
        foreach (Row row in LintedFile.Rows(lines, log))
            if (!row[place].IsEmpty)
                CheckRow(blockGroup, Encoding.UTF8.GetString(row[place]), row, street);
        if (Locations == before)
            log.Add(DataFault.BlockGroupWithoutLocations, path);
    }

    private void CheckRow(string blockGroup, string location, Row row, int street)
    {
        if (Has(blockGroup, location))
        {
            log.Add(DataFault.LocationTwice, row.Lines, row.Line);
            return;
        }
        Locations++;
        if (!blockGroupOf.TryAdd(location, blockGroup))
        {
            listedAgain.Add((blockGroup, location));
            log.Add(DataFault.LocationInTwoBlockGroups, row.Lines, row.Line);
        }
        bool known = IsInTables(location);
        tables.Count(isBlank: false, known);
        if (!known)
            log.Add(DataFault.LocationUnknown, row.Lines, row.Line);
        bool leads = geography.Streets.Contains(row[street]);
        streets.Count(row[street].IsEmpty, leads);
        if (row[street].IsEmpty)
            log.Add(DataFault.LocationWithoutStreet, row.Lines, row.Line);
        else if (!leads)
            log.Add(DataFault.StreetUnknown, row.Lines, row.Line);
    }
}
