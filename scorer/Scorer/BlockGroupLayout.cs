namespace Evaluator.Scorer;

/// <summary>
/// Which locations of a block group lie on which street. Streets are numbered by first appearance. Immutable; one serves
/// the four months of a case, on any number of threads.
/// </summary>
public sealed class BlockGroupLayout
{
    private readonly int[] _streetOfLocation;
    private readonly int[] _locationsByStreet;
    private readonly int[] _streetStart;
    private readonly int[] _placeOfLocation;
    private readonly int[] _streetOfPlace;

    /// <summary>Lays out a block group from one key per location.</summary>
    /// <param name="streetOfLocation">Arbitrary keys, one per location in prediction order; equal keys mean the same street.</param>
    /// <exception cref="ArgumentException">No location is given.</exception>
    public BlockGroupLayout(ReadOnlySpan<int> streetOfLocation)
    {
        if (streetOfLocation.IsEmpty)
            throw new ArgumentException("A block group has at least one location; none was given.", nameof(streetOfLocation));
        _streetOfLocation = new int[streetOfLocation.Length];
        var numberOfKey = new Dictionary<int, int>();
        for (int location = 0; location < streetOfLocation.Length; location++)
        {
            if (!numberOfKey.TryGetValue(streetOfLocation[location], out int street))
                numberOfKey.Add(streetOfLocation[location], street = numberOfKey.Count);
            _streetOfLocation[location] = street;
        }
        _streetStart = CountInto(_streetOfLocation, numberOfKey.Count);
        (_locationsByStreet, _placeOfLocation) = OrderByStreet(_streetOfLocation, _streetStart);
        _streetOfPlace = [.. _streetOfLocation.Order()];
    }

    /// <summary>Number of locations, at least 1.</summary>
    public int LocationCount => _streetOfLocation.Length;

    /// <summary>Number of streets, 1 to <see cref="LocationCount"/>.</summary>
    public int StreetCount => _streetStart.Length - 1;

    /// <summary>The street number of each location, in prediction order.</summary>
    public ReadOnlySpan<int> StreetOfLocation => _streetOfLocation;

    /// <summary>
    /// All locations, street by street and within a street in prediction order: the order in which everything is summed.
    /// When a location file is grouped by street, as all 544 of Boston are, this is the prediction order itself.
    /// </summary>
    public ReadOnlySpan<int> LocationsByStreet => _locationsByStreet;

    /// <summary>Where each street begins in <see cref="LocationsByStreet"/>; one entry more than there are streets.</summary>
    public ReadOnlySpan<int> StreetStart => _streetStart;

    /// <summary>The place of each location in <see cref="LocationsByStreet"/>.</summary>
    internal ReadOnlySpan<int> PlaceOfLocation => _placeOfLocation;

    /// <summary>The street number of each place, ascending.</summary>
    internal ReadOnlySpan<int> StreetOfPlace => _streetOfPlace;

    private static int[] CountInto(int[] streetOfLocation, int streetCount)
    {
        var start = new int[streetCount + 1];
        foreach (int street in streetOfLocation)
            start[street + 1]++;
        for (int street = 0; street < streetCount; street++)
            start[street + 1] += start[street];
        return start;
    }

    private static (int[] LocationsByStreet, int[] PlaceOfLocation) OrderByStreet(int[] streetOfLocation, int[] streetStart)
    {
        var locations = new int[streetOfLocation.Length];
        var places = new int[streetOfLocation.Length];
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
