namespace Evaluator.Scorer.Definition;

/// <summary>
/// Which locations of a block group lie on which street. Streets are numbered by first appearance. Immutable; one serves
/// the four months of a case, on any number of threads.
/// </summary>
public sealed class BlockGroupLayout
{
    private readonly int[] streetOfLocation;
    private readonly int[] locationsByStreet;
    private readonly int[] streetStart;
    private readonly int[] placeOfLocation;
    private readonly int[] streetOfPlace;
    private readonly int[] streetSoFar;

    /// <summary>Lays out a block group from one key per location.</summary>
    /// <param name="streetKeys">Arbitrary keys, one per location in prediction order; equal keys mean the same street.</param>
    /// <exception cref="ArgumentException">No location is given.</exception>
    public BlockGroupLayout(ReadOnlySpan<int> streetKeys)
    {
        if (streetKeys.IsEmpty)
            throw new ArgumentException("A block group has at least one location; none was given.", nameof(streetKeys));
        streetOfLocation = new int[streetKeys.Length];
        var numberOfKey = new Dictionary<int, int>();
        for (int location = 0; location < streetKeys.Length; location++)
        {
            if (!numberOfKey.TryGetValue(streetKeys[location], out int street))
                numberOfKey.Add(streetKeys[location], street = numberOfKey.Count);
            streetOfLocation[location] = street;
        }
        streetStart = CountInto(streetOfLocation, numberOfKey.Count);
        (locationsByStreet, placeOfLocation) = OrderByStreet(streetOfLocation, streetStart);
        streetOfPlace = [.. streetOfLocation.Order()];
        streetSoFar = [.. streetOfPlace.Select((street, place) => streetStart[street] == place ? -1 : street)];
    }

    /// <summary>Number of locations, at least 1.</summary>
    public int LocationCount => streetOfLocation.Length;

    /// <summary>Number of streets, 1 to <see cref="LocationCount"/>.</summary>
    public int StreetCount => streetStart.Length - 1;

    /// <summary>The street number of each location, in prediction order.</summary>
    public ReadOnlySpan<int> StreetOfLocation => streetOfLocation;

    /// <summary>
    /// All locations, street by street and within a street in prediction order: the order in which everything is summed.
    /// When a location file is grouped by street, as all 544 of Boston are, this is the prediction order itself.
    /// </summary>
    public ReadOnlySpan<int> LocationsByStreet => locationsByStreet;

    /// <summary>Where each street begins in <see cref="LocationsByStreet"/>; one entry more than there are streets.</summary>
    public ReadOnlySpan<int> StreetStart => streetStart;

    /// <summary>The place of each location in <see cref="LocationsByStreet"/>.</summary>
    internal ReadOnlySpan<int> PlaceOfLocation => placeOfLocation;

    /// <summary>The street number of each place, ascending.</summary>
    internal ReadOnlySpan<int> StreetOfPlace => streetOfPlace;

    /// <summary>The same, but −1 for the first place of each street: it has no sum so far.</summary>
    internal ReadOnlySpan<int> StreetSoFar => streetSoFar;

    private static int[] CountInto(int[] streetOfLocation, int streetCount)
    {
        int[] start = new int[streetCount + 1];
        foreach (int street in streetOfLocation)
            start[street + 1]++;
        for (int street = 0; street < streetCount; street++)
            start[street + 1] += start[street];
        return start;
    }

    private static (int[] LocationsByStreet, int[] PlaceOfLocation) OrderByStreet(int[] streetOfLocation, int[] streetStart)
    {
        int[] locations = new int[streetOfLocation.Length];
        int[] places = new int[streetOfLocation.Length];
        int[] next = [.. streetStart];
        for (int location = 0; location < streetOfLocation.Length; location++)
        {
            int place = next[streetOfLocation[location]]++;
            locations[place] = location;
            places[location] = place;
        }
        return (locations, places);
    }
}
