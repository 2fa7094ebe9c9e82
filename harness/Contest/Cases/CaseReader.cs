using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Cases;

/// <summary>Makes a case of the lines of its location file.</summary>
internal sealed class CaseReader
{
    private const int UnknownStreet = -1;

    private readonly IdentifierIndex _locationIndex = new(StringComparer.Ordinal);
    private readonly IdentifierIndex _streetIndex = new(StringComparer.Ordinal);
    private readonly List<string> _locations = [];
    private readonly List<int> _streetOfLocation = [];
    private int _streets, _repeatedRows, _blankRows, _withoutStreet;

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
        if (reader._locations.Count == 0)
            throw new PackageException(
                $"{lines.Path} lists no location; a case needs at least one. Add its locations, or leave the case out of the set.");
        reader.FindMissingStreets(tables);
        return reader.ToCase(blockGroup);
    }

    private void AddRow(ReadOnlySpan<byte> location, ReadOnlySpan<byte> street)
    {
        if (location.IsEmpty)
        {
            _blankRows++;
            return;
        }
        if (_locationIndex.TryGet(location, out int known))
        {
            _repeatedRows++;
            if (_streetOfLocation[known] == UnknownStreet) _streetOfLocation[known] = NumberOf(street);
            return;
        }
        string identifier = Encoding.UTF8.GetString(location);
        _locationIndex.Add(identifier, _locations.Count);
        _locations.Add(identifier);
        _streetOfLocation.Add(NumberOf(street));
    }

    private int NumberOf(ReadOnlySpan<byte> street)
    {
        if (street.IsEmpty) return UnknownStreet;
        if (_streetIndex.TryGet(street, out int number)) return number;
        _streetIndex.Add(Encoding.UTF8.GetString(street), _streets);
        return _streets++;
    }

    private void FindMissingStreets(StreetLookup tables)
    {
        for (int i = 0; i < _locations.Count; i++)
        {
            if (_streetOfLocation[i] != UnknownStreet) continue;
            _streetOfLocation[i] = NumberOf(tables.Find(_locations[i]));
            if (_streetOfLocation[i] != UnknownStreet) continue;
            _streetOfLocation[i] = _streets++; // A street of its own (ruling 4).
            _withoutStreet++;
        }
    }

    private ContestCase ToCase(string blockGroup) =>
        new(blockGroup, _locations, new BlockGroupLayout(CollectionsMarshal.AsSpan(_streetOfLocation)), _locationIndex)
        {
            RepeatedRows = _repeatedRows,
            BlankRows = _blankRows,
            LocationsWithoutStreet = _withoutStreet,
            OddLocations = _locations.Count(location => location[0] is not ('A' or 'I')),
        };
}
