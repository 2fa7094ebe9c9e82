using Evaluator.Board.Contests;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Submissions;

/// <summary>A submission as this visitor may see it.</summary>
/// <param name="Shown">What the fold shows to this audience.</param>
/// <param name="IsOwn">Whether the visitor's team handed it in; only then, and for organisers, are file and words shown.</param>
/// <param name="IsModelOpen">Whether everybody may read it.</param>
/// <param name="Why">Why nothing of it could run, in words for the competitor; null where it could.</param>
internal sealed record SubmissionView(
    RunningContest Contest, Phase Phase, SubmissionRow Row, ShownSubmission Shown, bool IsOwn, bool IsRunning, string? Why,
    bool IsModelOpen)
{
    /// <summary>Whether the visitor may have what was handed in.</summary>
    public bool MayRead => IsOwn || IsModelOpen;

    /// <summary>What a download is called: a file's name is its owner's, and others get the id.</summary>
    public string DownloadName => IsOwn ? Row.FileName : $"{Row.Id}.{Row.Format}";

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
        SubmissionState.Waiting => IsRunning ? Words.Running : Words.Queued,
        SubmissionState.TriedAgain => Words.QueuedAgain,
        SubmissionState.Unsettled => Words.Unsettled,
        SubmissionState.Failed => Words.Failed,
        SubmissionState.Refused => Words.Refused,
        _ => Shown.Values is null ? Words.DoneUnreleased : Words.Done,
    };

    private SubmissionWords Words => Texts.Words.Of(Contest.Challenge).Submission;
}
