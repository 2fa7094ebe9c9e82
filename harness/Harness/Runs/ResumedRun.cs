using Evaluator.Harness.Records;

namespace Evaluator.Harness.Runs;

/// <summary>What a continued run found: the results it keeps, and what it moved to <c>damaged/</c>.</summary>
public sealed record ResumedRun(int Kept, int Total, IReadOnlyList<Damage> SetAside);
