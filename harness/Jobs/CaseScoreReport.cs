namespace Evaluator.Jobs;

/// <summary>A case's part in the score.</summary>
public sealed record CaseScoreReport(string Case, bool Accepted, double Score, double CpuSeconds);
