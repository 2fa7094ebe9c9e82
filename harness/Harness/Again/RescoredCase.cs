using Evaluator.Harness.Records;

namespace Evaluator.Harness.Again;

/// <summary>A case whose score or events changed.</summary>
public sealed record RescoredCase(CaseResult Before, CaseResult After);
