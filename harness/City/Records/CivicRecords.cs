namespace Evaluator.City.Records;

/// <param name="Location">Index of the location in the block group. Whether the file tells it is a matter of dirt.</param>
internal readonly record struct ServiceRequest(int Day, int Second, RequestType Type, int Location, int Channel);

public readonly record struct Violation(int Day, ViolationKind Kind, int Location, bool Public, bool Closed);

internal readonly record struct Permit(int Day, int Type, int Location);

public enum ForeclosureKind { Deed, DistressedProperty, Petition, BankOwned }

public readonly record struct Foreclosure(ForeclosureKind Kind, int Day, int Location);

/// <summary>What the city's offices recorded in one block group from October 2010 on (foreclosures from 2009), by day.
/// None of it depends on the emergencies; some of it causes them.</summary>
internal sealed record CivicRecords(ServiceRequest[] Requests, Violation[] Violations, Permit[] Permits, Foreclosure[] Foreclosures)
{
    /// <summary>That many needle pickups in a block group and month are a wave.</summary>
    public const int NeedlesOfAWave = 3;
}
