namespace Evaluator.Contest.Truth;

/// <summary>Whether an emergency could be placed, and why not (ruling 6). Looked at in this order; the first reason counts.</summary>
public enum Placement
{
    Placed,
    UnknownLocation,
    UnreadableDate,
    OutsideMonth,
}
