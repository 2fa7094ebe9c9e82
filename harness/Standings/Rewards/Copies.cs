using Evaluator.Standings.Contests;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Rewards;

/// <summary>
/// Submissions that only repeat an earlier one: the same bytes or the same predictions. The work is whose team handed it in first; that
/// team may carry it on into the next phase, whoever else has handed it in there meanwhile.
/// </summary>
internal sealed class Copies
{
    private readonly HashSet<string> ofOthers = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofOwn = new(StringComparer.Ordinal);

    public Copies(Contest contest)
    {
        Dictionary<Digest, string> first = [];
        HashSet<(Digest, string Phase)> own = [];
        foreach (Submission submission in contest.Submissions.OrderBy(submission => submission.Seq))
        {
            Digest?[] both = [submission.Accepted.Content, submission.Result?.Recorded.Predictions];
            foreach (Digest same in both.OfType<Digest>())
            {
                first.TryAdd(same, submission.Team);
                if (first[same] != submission.Team)
                    ofOthers.Add(submission.Id);
                else if (!own.Add((same, submission.Phase)))
                    ofOwn.Add(submission.Id);
            }
        }
    }

    /// <summary>Whether it repeats another team's work, or its own team's in the same phase.</summary>
    public bool IsCopy(Submission submission) => IsOfOthers(submission) || ofOwn.Contains(submission.Id);

    /// <summary>Whether it repeats what another team handed in first.</summary>
    public bool IsOfOthers(Submission submission) => ofOthers.Contains(submission.Id);
}
