namespace Evaluator.Scorer.Definition;

/// <summary>One value for each of the three granularities: errors in weighted events per location and day, or scores.</summary>
/// <param name="Location">Each location by itself.</param>
/// <param name="Street">The locations of each street taken together.</param>
/// <param name="BlockGroup">All locations taken together.</param>
public readonly record struct GranularityValues(double Location, double Street, double BlockGroup);
