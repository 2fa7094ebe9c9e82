using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Journals;

/// <summary>A submission at a moment.</summary>
/// <param name="Set">The set that it is evaluated on.</param>
/// <param name="Outcome">How the evaluation that counts ended; null while there is none.</param>
/// <param name="FinalOutcome">The same on the set that decides in the end.</param>
internal sealed record SubmissionSoFar(
    SubmissionAccepted Accepted, long Seq, DateTimeOffset At, string Account, string Set, Outcome? Outcome, Outcome? FinalOutcome,
    bool IsWithdrawn, bool IsIgnored, bool IsUnsettled, int AppliedGeneration, bool Counts)
{
    public string Id => Accepted.Submission;

    public static SubmissionSoFar Of(Submission submission, string? finalSet = null) => new(
        submission.Accepted, submission.Seq, submission.At, submission.Actor, submission.Set, submission.Result?.Recorded.Outcome,
        finalSet is null ? null : submission.Counted(finalSet)?.Recorded.Outcome,
        submission.IsWithdrawn, submission.IsIgnored, submission.IsUnsettled, submission.AppliedGeneration, submission.Counts);
}
