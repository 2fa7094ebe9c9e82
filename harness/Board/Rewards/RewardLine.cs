using Evaluator.Board.Contests;
using Evaluator.Challenges;

namespace Evaluator.Board.Rewards;

/// <summary>A line of the history: points that were given, and whether they were taken back.</summary>
/// <param name="Id">Which award it is; an award that is given again after a reversal has the same.</param>
/// <param name="Rule">The rule's name; null for what an organiser gave.</param>
/// <param name="Title">The rule's title when it paid; the reason of what an organiser gave, null where that was erased.</param>
/// <param name="Phase">Null for what an organiser gave.</param>
/// <param name="TakenBack">When; null while the points stand.</param>
/// <param name="Members">The accounts on whose profiles it stands.</param>
internal sealed record RewardLine(
    RunningContest Contest, string Id, string? Rule, RewardKind Kind, string? Title, Phase? Phase, string Team, string TeamName,
    string? Submission, int Points, DateTimeOffset At, DateTimeOffset? TakenBack, IReadOnlyList<string> Members);
