using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Cases;

/// <summary>Makes a case of the lines of its location file.</summary>
internal sealed class CaseReader
{
    private const int UnknownStreet = -1;

    private readonly IdentifierIndex locationIndex = new(StringComparer.Ordinal);
    private readonly IdentifierIndex streetIndex = new(StringComparer.Ordinal);
    private readonly List<string> locations = [];
    private readonly List<int> streetOfLocation = [];
    private int streets, repeatedRows, blankRows, withoutStreet;

    private CaseReader()
    {
    }

    public static ContestCase Read(string blockGroup, TextLines lines, StreetLookup tables)
    {
        int locationColumn = Header.Require(lines, "propID");
        int streetColumn = Header.Require(lines, "Ref_ID");
        var reader = new CaseReader();
        for (int line = 1; line < lines.Count; line++)
            reader.AddRow(TabFields.At(lines[line], locationColumn), TabFields.At(lines[line], streetColumn));
        if (reader.locations.Count == 0)
            throw new PackageException(
                $"{lines.Path} lists no location; a case needs at least one. Add its locations, or leave the case out of the set.");
        reader.FindMissingStreets(tables);
        return reader.ToCase(blockGroup);
    }

    private void AddRow(ReadOnlySpan<byte> location, ReadOnlySpan<byte> street)
    {
        if (location.IsEmpty)
        {
            blankRows++;
            return;
        }
        if (locationIndex.TryGet(location, out int known))
        {
            repeatedRows++;
            if (streetOfLocation[known] == UnknownStreet)
                streetOfLocation[known] = NumberOf(street);
            return;
        }
        string identifier = Encoding.UTF8.GetString(location);
        locationIndex.Add(identifier, locations.Count);
        locations.Add(identifier);
        streetOfLocation.Add(NumberOf(street));
    }

    private int NumberOf(ReadOnlySpan<byte> street)
    {
        if (street.IsEmpty)
            return UnknownStreet;
        if (streetIndex.TryGet(street, out int number))
            return number;
        streetIndex.Add(Encoding.UTF8.GetString(street), streets);
        return streets++;
    }

    private void FindMissingStreets(StreetLookup tables)
    {
        for (int i = 0; i < locations.Count; i++)
        {
            if (streetOfLocation[i] != UnknownStreet)
                continue;
            streetOfLocation[i] = NumberOf(tables.Find(locations[i]));
            if (streetOfLocation[i] != UnknownStreet)
                continue;
            streetOfLocation[i] = streets++; // A street of its own (ruling 4).
            withoutStreet++;
        }
    }

    private ContestCase ToCase(string blockGroup) =>
        new(blockGroup, locations, new BlockGroupLayout(CollectionsMarshal.AsSpan(streetOfLocation)), locationIndex)
        {
            RepeatedRows = repeatedRows,
            BlankRows = blankRows,
            LocationsWithoutStreet = withoutStreet,
            OddLocations = locations.Count(location => location[0] is not ('A' or 'I')),
        };
}
