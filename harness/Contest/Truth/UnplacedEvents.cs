namespace Evaluator.Contest.Truth;

/// <summary>How many emergencies do not count as events, by reason (ruling 6).</summary>
public readonly record struct UnplacedEvents(int UnknownLocation, int UnreadableDate, int OutsideMonth)
{
    public int Total => UnknownLocation + UnreadableDate + OutsideMonth;

    public static UnplacedEvents operator +(UnplacedEvents left, UnplacedEvents right) => new(
        left.UnknownLocation + right.UnknownLocation,
        left.UnreadableDate + right.UnreadableDate,
        left.OutsideMonth + right.OutsideMonth);
}
