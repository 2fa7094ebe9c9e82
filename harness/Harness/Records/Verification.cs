namespace Evaluator.Harness.Records;

/// <summary>The file <c>verify.json</c>: some of a run's cases, drawn at random, played twice. It is no part of the score.</summary>
public sealed record Verification(DateTimeOffset WhenUtc, IReadOnlyList<ReplayFinding> Findings)
{
    /// <summary>Whether every case that could be played gave the same bits again.</summary>
    public bool Deterministic => Findings.All(finding => finding.Same || !finding.Known);
}
