namespace Evaluator.Scorer.Definition;

/// <summary>Root mean squared errors of one month, in weighted events per location and day.</summary>
/// <param name="Location">Each location by itself.</param>
/// <param name="Street">The locations of each street taken together.</param>
/// <param name="BlockGroup">All locations taken together.</param>
public readonly record struct MonthErrors(double Location, double Street, double BlockGroup);
