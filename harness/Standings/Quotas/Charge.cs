using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Quotas;

/// <summary>
/// What a submission charges. A score charges both counters; a failure after something ran charges an attempt; what was refused before
/// anything
/// ran, and what failed for a reason of ours, charge nothing. What still waits is charged as if it were scored, or else a team could hand
/// in
/// without end while the queue is long.
/// </summary>
/// <param name="Attempted">0 or 1.</param>
/// <param name="Scored">0 or 1.</param>
/// <param name="InFlight">0 or 1.</param>
internal readonly record struct Charge(int Attempted, int Scored, int InFlight)
{
    public static Charge Of(Submission submission)
    {
        // The first evaluation decides: a rejudge is ours and charges nobody.
        Outcome? outcome = submission.Counted(submission.Set, null, 0)?.Recorded.Outcome;
        return outcome switch
        {
            Outcome.Scored => new Charge(1, 1, 0),
            Outcome.Failed => new Charge(1, 0, 0),
            Outcome.Refused => default,
            _ when submission.IsUnsettled => default,
            _ when submission.Faults > 0 => new Charge(0, 0, 1),
            _ => new Charge(1, 1, 1),
        };
    }
}
