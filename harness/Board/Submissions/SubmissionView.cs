using Evaluator.Board.Contests;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Submissions;

/// <summary>A submission as this visitor may see it.</summary>
/// <param name="Shown">What the fold shows to this audience.</param>
/// <param name="IsOwn">Whether the visitor's team handed it in; only then, and for organisers, are file and words shown.</param>
/// <param name="Why">Why nothing of it could run, in words for the competitor; null where it could.</param>
internal sealed record SubmissionView(
    RunningContest Contest, Phase Phase, SubmissionRow Row, ShownSubmission Shown, bool IsOwn, bool IsRunning, string? Why)
{
    /// <summary>How far it is. While it runs no more is said: a counter or an order would tell of closed cases.</summary>
    public string Step => Shown.State switch
    {
        SubmissionState.Waiting => IsRunning ? "running" : "queued",
        SubmissionState.TriedAgain => "queued",
        _ => "done",
    };

    /// <summary>How it ended, for programs; null while it has not.</summary>
    public string? Outcome => Shown.State switch
    {
        SubmissionState.Scored => "scored",
        SubmissionState.Failed => "failed",
        SubmissionState.Refused => "refused",
        SubmissionState.Unsettled => "unsettled",
        _ => null,
    };

    public string Says => Shown.State switch
    {
        SubmissionState.Waiting => IsRunning ? "Running." : "Queued: it waits for a worker.",
        SubmissionState.TriedAgain => "Queued again after a fault of ours. It charges you nothing.",
        SubmissionState.Unsettled => "Given up after faults of ours. It charged you nothing; the organisers can have it evaluated again.",
        SubmissionState.Failed => "Done: it has no score. It charged an attempt.",
        SubmissionState.Refused => "Refused before anything of it ran. It charged nothing.",
        _ => Shown.Values is null ? "Done. Nothing of it is released yet." : "Done.",
    };
}
