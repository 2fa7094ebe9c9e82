namespace Evaluator.Harness.Runs;

/// <summary>The file <c>verify.json</c>: some of a run's cases, drawn at random, played twice. It is no part of the score.</summary>
public sealed record Verification(DateTimeOffset WhenUtc, IReadOnlyList<ReplayFinding> Findings)
{
    /// <summary>Whether every case that could be played gave the same bits again.</summary>
    public bool Deterministic => Findings.All(finding => finding.Same || !finding.Known);

    /// <param name="count">Cases to play; fewer where the run has fewer results.</param>
    public static Verification Of(Replay replay, RunFolder folder, int count, int laneCount, CancellationToken cancel)
    {
        string[] cases = [.. folder.ReadManifest().Cases.Where(folder.HasResult)];
        Random.Shared.Shuffle(cases);
        var verification = new Verification(DateTimeOffset.UtcNow, replay.Run(cases[..Math.Min(count, cases.Length)], laneCount, cancel));
        folder.Write(verification);
        return verification;
    }
}
