namespace Evaluator.Harness.Records;

/// <summary>Why emergencies could not be placed (ruling 6).</summary>
public sealed record UnplacedReasons(int UnknownLocation, int UnreadableDate, int OutsideMonth)
{
    public static UnplacedReasons operator +(UnplacedReasons a, UnplacedReasons b) =>
        new(a.UnknownLocation + b.UnknownLocation, a.UnreadableDate + b.UnreadableDate, a.OutsideMonth + b.OutsideMonth);
}
