using Evaluator.Challenges;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>What of the ledger stands beside a phase's rows. The ledger itself never has what is hidden: rules read released
/// values.</summary>
public sealed partial class Contest
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<RowReward>> NoRewards =
        new Dictionary<string, IReadOnlyList<RowReward>>();

    /// <summary>The points of each team by rules of the phase, in the order in which they were given; null where the phase has no
    /// rules.</summary>
    private IReadOnlyDictionary<string, IReadOnlyList<RowReward>>? RewardsOf(ContestPhase phase, long at)
    {
        if (!Rewards.Versions.Any(version => version.Rule.Phase == phase.Name && version.Seq <= at))
            return null;
        return Rewards.Ledger.Count == 0 ? NoRewards : Rewards.Ledger
            .Where(entry => entry.Award?.Phase == phase.Name && entry.StandsAt(at))
            .GroupBy(entry => entry.Team, StringComparer.Ordinal)
            .ToDictionary(
                team => team.Key,
                IReadOnlyList<RowReward> (team) =>
                    [.. team.Select(entry => RewardOf(entry.Award!))]);
    }

    private RowReward RewardOf(Award award) =>
        new(award.Rule, Rewards.TitleOf(award), award.Points, Rewards.VersionOf(award)?.Rule.IsForOne() == true);
}
