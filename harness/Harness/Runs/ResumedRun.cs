using Evaluator.Harness.Records;

namespace Evaluator.Harness.Runs;

/// <summary>What a continued run found: the results it keeps, and what it moved to <c>damaged/</c>.</summary>
/// <param name="BegunBy">Another build of the evaluator, which began the run; null where it was this one.</param>
public sealed record ResumedRun(int Kept, int Total, IReadOnlyList<Damage> SetAside, CodeRecord? BegunBy = null);
