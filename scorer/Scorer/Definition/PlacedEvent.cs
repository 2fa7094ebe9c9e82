namespace Evaluator.Scorer.Definition;

/// <summary>One emergency that happened: at a location, on a day, of a type.</summary>
/// <param name="Location">Index of the location in prediction order, from 0.</param>
/// <param name="Day">Day of the month, from 0.</param>
/// <param name="Type">0 social disorder, 1 medical emergency, 2 violent crime, 3 everything else.</param>
public readonly record struct PlacedEvent(int Location, int Day, int Type);
