namespace Evaluator.Scorer.Definition;

/// <summary>How the prediction of one month is laid out: locations x days x 4 types, types innermost.</summary>
/// <param name="Locations">Locations of the block group.</param>
/// <param name="Days">Days of the month.</param>
public readonly record struct PredictionShape(int Locations, int Days)
{
    /// <summary>Values of one location's row: days x 4 types.</summary>
    public int RowLength => Days * EventTypes.Count;

    /// <summary>Values of the whole prediction.</summary>
    public int Count => checked(Locations * RowLength);

    /// <summary>Where the value of a location, a day (from 0) and a type stands.</summary>
    public int IndexOf(int location, int day, int type) => (location * Days + day) * EventTypes.Count + type;

    /// <summary>Which location, day (from 0) and type the value at an index belongs to.</summary>
    public (int Location, int Day, int Type) CellAt(int index)
    {
        (int row, int type) = Math.DivRem(index, EventTypes.Count);
        return (row / Days, row % Days, type);
    }
}
