using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Cases;

/// <summary>One block group: its locations, and the streets they lie on.</summary>
public sealed class ContestCase
{
    internal ContestCase(string blockGroup, IReadOnlyList<string> locations, BlockGroupLayout layout, IdentifierIndex locationIndex)
    {
        BlockGroup = blockGroup;
        Locations = locations;
        Layout = layout;
        LocationIndex = locationIndex;
    }

    public string BlockGroup { get; }

    /// <summary>The identifiers in the order of the location file, each once, at its first place.</summary>
    public IReadOnlyList<string> Locations { get; }

    public BlockGroupLayout Layout { get; }

    /// <summary>Rows of the location file that name a location named before.</summary>
    public int RepeatedRows { get; internal init; }

    /// <summary>Rows of the location file without an identifier.</summary>
    public int BlankRows { get; internal init; }

    /// <summary>Locations whose street no file tells: each is a street of its own.</summary>
    public int LocationsWithoutStreet { get; internal init; }

    /// <summary>Locations that are neither <c>A…</c> nor <c>I…</c>; they are passed on as they stand.</summary>
    public int OddLocations { get; internal init; }

    internal IdentifierIndex LocationIndex { get; }
}
