namespace Evaluator.City.Places;

/// <summary>A place that predictions are made for: a parcel or an intersection.</summary>
/// <param name="Segment">Index of its street segment in the city.</param>
/// <param name="Parcel">Index within the block group, or -1 for an intersection.</param>
/// <param name="Node">Index in the city, or -1 for a parcel.</param>
public readonly record struct Location(int Segment, int Parcel, int Node)
{
    public bool IsIntersection => Node >= 0;
}
