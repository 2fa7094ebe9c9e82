using Evaluator.Board.Rewards;
using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>A contest on a person's page, for one visitor.</summary>
/// <param name="History">Rewards with what was taken back; null for what another board signed, which tells what stood.</param>
/// <param name="Visible">The submissions that the visitor may open.</param>
internal sealed record ContestOnProfile(ProfileContest Contest, IReadOnlyList<RewardLine>? History, IReadOnlySet<string> Visible)
{
    /// <summary>More submissions of a phase are counted, not listed.</summary>
    public const int MostListed = 100;

    /// <summary>By phase, the newest first of each.</summary>
    public IEnumerable<(string Phase, IReadOnlyList<ProfileSubmission> Newest)> Submissions =>
        Contest.Submissions.GroupBy(submission => submission.Phase)
            .Select(phase => (phase.Key, (IReadOnlyList<ProfileSubmission>)[.. phase.OrderByDescending(submission => submission.At)]));
}
