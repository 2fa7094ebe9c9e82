namespace Evaluator.Harness.Records;

/// <summary>One value for each of the three granularities of the scoring.</summary>
public sealed record GranularityValues(double Location, double Street, double BlockGroup);
