using System.Text.Json.Serialization;

namespace Evaluator.Contest.Truth;

/// <summary>How many emergencies do not count as events, by reason (ruling 6).</summary>
public readonly record struct UnplacedEvents(int UnknownLocation, int UnreadableDate, int OutsideMonth)
{
    [JsonIgnore]
    public int Total => UnknownLocation + UnreadableDate + OutsideMonth;

    /// <summary>One emergency that could not be placed for this reason.</summary>
    public static UnplacedEvents One(Placement reason) => reason switch
    {
        Placement.UnknownLocation => new UnplacedEvents(1, 0, 0),
        Placement.UnreadableDate => new UnplacedEvents(0, 1, 0),
        Placement.OutsideMonth => new UnplacedEvents(0, 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };

    public static UnplacedEvents operator +(UnplacedEvents left, UnplacedEvents right) => new(
        left.UnknownLocation + right.UnknownLocation,
        left.UnreadableDate + right.UnreadableDate,
        left.OutsideMonth + right.OutsideMonth);
}
