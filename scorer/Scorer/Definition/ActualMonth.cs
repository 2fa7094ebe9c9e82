using System.Buffers;

namespace Evaluator.Scorer.Definition;

/// <summary>
/// What really happened in one block group in one month, as sparse counts. Immutable and safe on any number of threads.
/// </summary>
public sealed class ActualMonth
{
    /// <summary>Shortest and longest month. The kernel is unrolled over four whole weeks and up to three days.</summary>
    private const int ShortestMonth = 28, LongestMonth = 31;

    private const int PlacesInWord = 64;

    private readonly SpanWeights weights;
    private readonly int[] firstCell;
    private readonly ActualCell[] cells;
    private readonly ulong[] placesWithEvents;

    /// <summary>Counts the events of a month.</summary>
    /// <param name="layout">The block group.</param>
    /// <param name="dayCount">Days of the month, 28 to 31.</param>
    /// <param name="events">Every placed event, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The month's length, or an event's location, day or type, is out of range.
    /// </exception>
    public ActualMonth(BlockGroupLayout layout, int dayCount, ReadOnlySpan<PlacedEvent> events)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentOutOfRangeException.ThrowIfLessThan(dayCount, ShortestMonth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dayCount, LongestMonth);
        Layout = layout;
        DayCount = dayCount;
        EventCount = events.Length;
        weights = new SpanWeights(dayCount);

        int[] rented = ArrayPool<int>.Shared.Rent(events.Length);
        Span<int> indices = rented.AsSpan(0, events.Length);
        for (int i = 0; i < events.Length; i++)
        {
            RequireInRange(events[i]);
            indices[i] = Shape.IndexOf(layout.PlaceOfLocation[events[i].Location], events[i].Day, events[i].Type);
        }
        indices.Sort();
        cells = Counted(indices);
        ArrayPool<int>.Shared.Return(rented);

        placesWithEvents = new ulong[layout.LocationCount / PlacesInWord + 1];
        foreach (ActualCell cell in cells)
            placesWithEvents[cell.Place / PlacesInWord] |= 1ul << (cell.Place % PlacesInWord);
        firstCell = new int[layout.LocationCount + 1];
        for (int cell = 0; cell < cells.Length; cell++)
            firstCell[cells[cell].Place + 1] = cell + 1;
        for (int place = 0; place < layout.LocationCount; place++)
            firstCell[place + 1] = Math.Max(firstCell[place], firstCell[place + 1]);
    }

    /// <param name="indices">For each event the index of its value in place order, ascending: events of one cell stand together.</param>
    private ActualCell[] Counted(ReadOnlySpan<int> indices)
    {
        var counted = new List<ActualCell>(indices.Length);
        for (int first = 0, end; first < indices.Length; first = end)
        {
            end = first + 1;
            while (end < indices.Length && indices[end] == indices[first])
                end++;
            (int place, int cell) = Math.DivRem(indices[first], RowLength);
            counted.Add(new ActualCell(place, cell, end - first));
        }
        return [.. counted];
    }

    public BlockGroupLayout Layout { get; }

    /// <summary>Days of the month.</summary>
    public int DayCount { get; }

    /// <summary>Placed events of the month, of all types.</summary>
    public int EventCount { get; }

    /// <summary>How a prediction of this month is laid out.</summary>
    public PredictionShape Shape => new(Layout.LocationCount, DayCount);

    /// <summary>Values of one location's row: days x 4 types.</summary>
    public int RowLength => Shape.RowLength;

    /// <summary>Values that a prediction must have: locations x days x 4 types.</summary>
    public int CellCount => Shape.Count;

    internal ref readonly SpanWeights Weights => ref weights;

    /// <summary>The non-zero counts of the locations from one place up to another, which is excluded.</summary>
    internal ReadOnlySpan<ActualCell> CellsOf(int place, int endPlace) => cells.AsSpan(firstCell[place]..firstCell[endPlace]);

    /// <summary>The non-zero counts of one location, by its number in prediction order.</summary>
    internal ReadOnlySpan<ActualCell> CellsOfLocation(int location) =>
        CellsOf(Layout.PlaceOfLocation[location], Layout.PlaceOfLocation[location] + 1);

    /// <summary>One bit for each of some places: whether it had any event.</summary>
    /// <param name="place">The first of them.</param>
    /// <param name="count">1 to 64 places, none of them beyond the next multiple of 64.</param>
    internal ulong PlacesWithEvents(int place, int count) =>
        (placesWithEvents[place / PlacesInWord] >> (place % PlacesInWord)) & (ulong.MaxValue >> (PlacesInWord - count));

    private void RequireInRange(PlacedEvent placed)
    {
        if ((uint)placed.Location >= (uint)Layout.LocationCount || (uint)placed.Day >= (uint)DayCount
            || (uint)placed.Type >= EventTypes.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(placed), placed,
                $"An event's location must be below {Layout.LocationCount}, its day below {DayCount}, its type below {EventTypes.Count}.");
        }
    }
}
