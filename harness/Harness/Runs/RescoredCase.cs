using Evaluator.Harness.Cases;

namespace Evaluator.Harness.Runs;

/// <summary>A case whose score or events changed.</summary>
public sealed record RescoredCase(CaseResult Before, CaseResult After);
