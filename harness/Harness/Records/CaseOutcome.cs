namespace Evaluator.Harness.Records;

/// <summary>
/// A finished case: its result, what was printed, and the sealed predictions in the order of the months (empty unless Accepted).
/// </summary>
public sealed record CaseOutcome(CaseResult Result, string Console, IReadOnlyList<double[]> Predictions);
