using Evaluator.Harness.Records;

namespace Evaluator.Report.ComparedRuns;

/// <summary>A run's place among others.</summary>
/// <param name="Rank">1 is best; runs with the same score share one; null without a score.</param>
/// <param name="Failed">Cases that were not Accepted.</param>
/// <param name="Conflicts">Second results that differ from the first: the predictor is not deterministic, or a machine is broken.</param>
public sealed record RunStanding(
    int? Rank, string Folder, RunManifest Manifest, RunSummary Summary, int Failed, double? MeanCpuSeconds, int Conflicts);
