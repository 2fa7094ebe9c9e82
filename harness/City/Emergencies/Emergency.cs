namespace Evaluator.City.Emergencies;

/// <summary>An emergency call that can be placed.</summary>
/// <param name="Location">Index in the block group.</param>
public readonly record struct Emergency(int Day, int Second, int Location, EmergencyCode Code);
