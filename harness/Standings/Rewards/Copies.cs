using Evaluator.Standings.Contests;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Rewards;

/// <summary>
/// Submissions that only repeat an earlier one: the same bytes or the same predictions, in the same phase by anybody, or in another phase
/// by
/// another team. (A team may carry its own work on into the next phase.)
/// </summary>
internal sealed class Copies
{
    private readonly HashSet<string> copies = new(StringComparer.Ordinal);

    public Copies(Contest contest)
    {
        Dictionary<Digest, List<Submission>> seen = [];
        foreach (Submission submission in contest.Submissions.OrderBy(submission => submission.Seq))
        {
            Digest?[] both = [submission.Accepted.Content, submission.Result?.Recorded.Predictions];
            foreach (Digest same in both.OfType<Digest>())
            {
                if (!seen.TryGetValue(same, out List<Submission>? earlier))
                    seen.Add(same, earlier = []);
                if (earlier.Exists(other => other != submission && (other.Phase == submission.Phase || other.Team != submission.Team)))
                    copies.Add(submission.Id);
                if (!earlier.Contains(submission))
                    earlier.Add(submission);
            }
        }
    }

    public bool IsCopy(Submission submission) => copies.Contains(submission.Id);
}
