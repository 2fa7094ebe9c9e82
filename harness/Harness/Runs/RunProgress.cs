using Evaluator.Harness.Records;

namespace Evaluator.Harness.Runs;

/// <summary>Told after every case that ended. <paramref name="Result"/> is null for a case that faults of ours left without one.</summary>
/// <param name="Predictions">The sealed predictions of an accepted case, in the order of the months.</param>
/// <param name="Conflict">Another writer was first with a result of the case, and this one differs; null where it does not.</param>
public sealed record RunProgress(
    int Done, int Total, CaseResult? Result, IReadOnlyList<double[]> Predictions, FaultRecord? Fault, Conflict? Conflict = null);
