using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Journals;

/// <summary>A submission as the log has it.</summary>
/// <param name="Account">Who handed it in.</param>
/// <param name="Results">What was recorded of it, in the order of the log; a rejudge's before it is applied, too.</param>
internal sealed record SubmissionSoFar(
    long Seq, DateTimeOffset At, string Account, SubmissionAccepted Accepted, IReadOnlyList<EvaluationRecorded> Results, bool IsWithdrawn, bool IsIgnored, bool IsUnsettled)
{
    public string Id => Accepted.Submission;
}
