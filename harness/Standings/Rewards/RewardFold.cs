using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Rewards;

/// <summary>
/// Which rewards a contest owes: a pure function of its log. Rules look at submissions in the order of their entries, up to the
/// frontier, so that a queue decides nothing; they read released values alone, or a threshold would tell what is hidden; what a freeze
/// hides is not paid before it ends.
/// </summary>
public static class RewardFold
{
    /// <summary>All awards that are due, in the order of rules and then of submissions.</summary>
    public static IReadOnlyList<Award> Due(Contest contest)
    {
        List<Award> due = [];
        if (contest.Rewards.Versions.Count == 0)
            return due;
        Copies copies = new(contest);
        foreach (IGrouping<string, RuleVersion> rule
            in contest.Rewards.Versions.GroupBy(version => version.Rule.Name, StringComparer.Ordinal))
        {
            if (contest.Phase(rule.First().Rule.Phase) is { } phase)
                due.AddRange(new RuleFold(contest, phase, [.. rule], copies).Due());
        }
        return due;
    }

    /// <summary>
    /// The separate runs that rules wait for: submissions that reached what a rule asks for, and have not been run once more, or on its
    /// hardware.
    /// </summary>
    public static IReadOnlyList<RewardRun> RunsDue(Contest contest)
    {
        RuleVersion[] rules = [.. contest.Rewards.Rules.Where(rule =>
            rule is { Ended: false, Rule.Kind: RewardKind.LimitedHardware or RewardKind.TimeUnder })];
        if (rules.Length == 0)
            return [];
        Copies copies = new(contest);
        return [.. rules.Where(rule => contest.Phase(rule.Rule.Phase) is not null).SelectMany(rule =>
            new RuleFold(contest, contest.Phase(rule.Rule.Phase)!,
                [.. contest.Rewards.Versions.Where(version => version.Rule.Name == rule.Rule.Name)], copies).RunsDue()).Distinct()];
    }

    /// <summary>
    /// What has to be written so that the ledger is what is due: reversals of awards that no longer are, then awards that are missing.
    /// Nothing is changed or deleted; applied, it leaves nothing to write. The ledger of a frozen phase rests: it is public, and would tell
    /// of what happens behind the freeze.
    /// </summary>
    public static IReadOnlyList<EntryBody> Missing(Contest contest)
    {
        Dictionary<AwardIdentity, Award> due = Due(contest).Where(award => !Rests(award)).ToDictionary(AwardIdentity.Of);
        List<EntryBody> missing = [];
        foreach (LedgerEntry entry in contest.Rewards.Ledger)
        {
            if (entry.Award is { } award && entry.ReversedBy is null && !Rests(award) && !due.Remove(AwardIdentity.Of(award)))
                missing.Add(new Reversal(entry.Seq));
        }
        missing.AddRange(due.Values);
        return missing;

        bool Rests(Award award) => contest.Phase(award.Phase)?.IsFrozen == true;
    }

    /// <summary>What each team has, awards and grants, without what was taken back.</summary>
    public static IReadOnlyDictionary<string, int> PointsByTeam(Contest contest)
    {
        SortedDictionary<string, int> points = new(StringComparer.Ordinal);
        foreach (LedgerEntry entry in contest.Rewards.Ledger.Where(entry => entry.ReversedBy is null))
            points[entry.Team] = points.GetValueOrDefault(entry.Team) + entry.Points;
        return points;
    }

    /// <summary>
    /// Who would get what if a rule were set now as it is proposed, for the submissions that there are: the organiser's preview.
    /// </summary>
    public static IReadOnlyList<Award> Preview(Contest contest, RewardRule rule) =>
        contest.Phase(rule.Phase) is { } phase
            ? new RuleFold(contest, phase, [new RuleVersion(rule, false, 0)], new Copies(contest)).Due()
            : [];
}
