using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Rewards;

/// <summary>What one rule owes, through all its versions.</summary>
internal sealed class RuleFold
{
    private readonly Contest contest;
    private readonly ContestPhase phase;
    private readonly IReadOnlyList<RuleVersion> versions;
    private readonly List<Award> due = [];
    private readonly Copies copies;

    /// <param name="versions">Of one rule, in the order of their entries.</param>
    public RuleFold(Contest contest, ContestPhase phase, IReadOnlyList<RuleVersion> versions, Copies copies) =>
        (this.contest, this.phase, this.versions, this.copies) = (contest, phase, versions, copies);

    private RewardRule Newest => versions[^1].Rule;

    public IReadOnlyList<Award> Due()
    {
        switch (Newest.Kind)
        {
            case RewardKind.FirstAbove: PayAbove(RewardScope.Rule, _ => true); break;
            case RewardKind.TeamAbove: PayAbove(RewardScope.Team, _ => true); break;
            case RewardKind.SingleModel:
                PayAbove(Newest.Scope,
                claim => claim.Submission.Accepted.SingleModel == true && claim.Submission.Attested == true); break;
            case RewardKind.LimitedHardware: PayAbove(Newest.Scope, HoldsOnItsProfile); break;
            case RewardKind.TimeUnder: PayAbove(Newest.Scope, IsFastTwice); break;
            case RewardKind.ImprovementOverBest: PayImprovements(); break;
            case RewardKind.Rank: PayRank(); break;
            case RewardKind.Reuse: PayReuse(); break;
            case RewardKind.Together: PayTogether(); break;
            case RewardKind.Grant: break;
        }
        return due;
    }

    /// <summary>Of a rule that asks for a separate run: the claims that have none yet, as long as they may be the ones that are
    /// paid.</summary>
    public IReadOnlyList<RewardRun> RunsDue()
    {
        HashSet<string> paid = new(StringComparer.Ordinal);
        List<RewardRun> runs = [];
        foreach (Claim claim in Claims())
        {
            string once = OnceOf(Newest.Scope, claim);
            if (paid.Contains(once) || copies.IsCopy(claim.Submission) || !Reaches(claim.Value, claim.Rule.Threshold))
                continue;
            if (Newest.Kind == RewardKind.TimeUnder && !IsFast(claim, null))
                continue;
            string profile = Newest.Kind == RewardKind.TimeUnder ? EvaluationProfiles.Again : claim.Rule.Profile!;
            if (claim.Submission.Counted(claim.Submission.Set, profile) is null)
                runs.Add(new RewardRun(claim.Submission.Id, claim.Submission.Set, profile));
            else if (Newest.Kind == RewardKind.TimeUnder ? IsFastTwice(claim) : HoldsOnItsProfile(claim))
                paid.Add(once);
        }
        return runs;
    }

    private static string OnceOf(RewardScope scope, Claim claim) =>
        scope == RewardScope.Rule ? "once" : "team/" + claim.Submission.Team;

    /// <summary>The first claim, of all or of each team, that reaches the threshold and more.</summary>
    private void PayAbove(RewardScope scope, Func<Claim, bool> andMore)
    {
        HashSet<string> paid = new(StringComparer.Ordinal);
        foreach (Claim claim in Claims())
        {
            string once = OnceOf(scope, claim);
            if (paid.Contains(once) || copies.IsCopy(claim.Submission) || !Reaches(claim.Value, claim.Rule.Threshold) || !andMore(claim))
                continue;
            paid.Add(once);
            Pay(once, claim.Version, claim.Submission.Team, claim.Submission, claim.Rule.Amount);
        }
    }

    /// <summary>
    /// Who beats all that came before, the baseline first of all, is paid by what was gained; a team once a day, so that slices earn
    /// nothing.
    /// </summary>
    private void PayImprovements()
    {
        decimal? best = BaselineValue();
        HashSet<(string, DateTime)> paid = [];
        foreach (Claim claim in Claims())
        {
            decimal? gain = best is { } known ? Gain(claim.Value, known) : null;
            if (gain is { } gained && gained >= (claim.Rule.Delta ?? 0) && gained > 0 && !copies.IsCopy(claim.Submission)
                && PointsFor(gained, claim.Rule, 1) is > 0 and int points
                && paid.Add((claim.Submission.Team, claim.Submission.At.UtcDateTime.Date)))
                Pay("submission/" + claim.Submission.Id, claim.Version, claim.Submission.Team, claim.Submission, points);
            if (best is null || Gain(claim.Value, best.Value) > 0)
                best = claim.Value;
        }
    }

    /// <summary>
    /// A place at the phase's close, once it is published and nothing is open; equal ones share. Copies of another team's work are left out
    /// and take nobody's place.
    /// </summary>
    private void PayRank()
    {
        if (!phase.IsPublished || phase.Frontier != long.MaxValue
            || versions.LastOrDefault(version => version.Seq < phase.PublishedSeq) is not { Ended: false } version)
            return;
        int better = 0;
        foreach (IGrouping<int?, Submission> equal in contest.Final(phase, Audience.Organiser)!.All()
            .Select(row => (row.Rank, Submission: contest.Submission(row.Submission!)!)).Where(row => !copies.IsOfOthers(row.Submission))
            .GroupBy(row => row.Rank, row => row.Submission))
        {
            Submission[] sharers = [.. equal];
            foreach (Submission submission in sharers.Where(_ => better + 1 == version.Rule.Place))
                Pay($"rank/{version.Rule.Place}/{submission.Team}", version, submission.Team, submission,
                    version.Rule.Amount / sharers.Length);
            better += sharers.Length;
        }
    }

    /// <summary>
    /// A child's gain over its parent, a share of it to the parent; never within a team, nor between teams that had a member in common;
    /// one child a day between two teams, so that a friend's slices earn nothing; a copy is nobody's child and nobody's parent.
    /// </summary>
    private void PayReuse()
    {
        Dictionary<(string Child, string Parent, DateTime Day), Submission> paid = [];
        foreach (Claim claim in Claims().Where(claim => !copies.IsCopy(claim.Submission)))
        {
            Submission[] parents =
            [
                .. claim.Submission.Parents.Select(parent => parent.Submission).Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal).Select(contest.Submission)
                    .OfType<Submission>()
                    .Where(parent => parent.Seq < claim.Submission.Seq && parent.Counts && !copies.IsOfOthers(parent)),
            ];
            foreach (Submission parent in parents)
            {
                if (AreRelated(parent.Team, claim.Submission.Team) || contest.ValueForRules(parent, ColumnOf(claim.Rule)) is not { } before)
                    continue;
                int points = PointsFor(Gain(claim.Value, before), claim.Rule, claim.Rule.Share ?? 1) / parents.Length;
                (string, string, DateTime) pair = (claim.Submission.Team, parent.Team, claim.Submission.At.UtcDateTime.Date);
                if (points > 0 && (paid.TryAdd(pair, claim.Submission) || paid[pair] == claim.Submission))
                    Pay($"child/{claim.Submission.Id}/{parent.Id}", claim.Version, parent.Team, parent, points);
            }
        }
    }

    /// <summary>A pot for all, once the phase's best reaches the threshold.</summary>
    private void PayTogether()
    {
        List<Claim> before = [];
        foreach (Claim claim in Claims())
        {
            before.Add(claim);
            if (!Reaches(claim.Value, claim.Rule.Threshold) || copies.IsCopy(claim.Submission))
                continue;
            SortedDictionary<string, Submission> sharers = claim.Rule.AllAboveBaseline ? AboveBaseline(before) : StandsOn(claim.Submission);
            foreach ((string team, Submission work) in sharers)
                Pay("together/" + team, claim.Version, team, work, claim.Rule.Amount / sharers.Count);
            return;
        }
    }

    /// <summary>The teams with a submission of their own above the baseline; a copy brings nobody in.</summary>
    private SortedDictionary<string, Submission> AboveBaseline(List<Claim> claims)
    {
        SortedDictionary<string, Submission> teams = new(StringComparer.Ordinal);
        decimal? baseline = BaselineValue();
        foreach (Claim claim in claims)
        {
            if (!copies.IsCopy(claim.Submission) && (baseline is null || Gain(claim.Value, baseline.Value) > 0))
                teams.TryAdd(claim.Submission.Team, claim.Submission);
        }
        return teams;
    }

    /// <summary>The teams of a submission and of all its ancestors; a copy leads on to what it names, and brings nobody in.</summary>
    private SortedDictionary<string, Submission> StandsOn(Submission top)
    {
        SortedDictionary<string, Submission> teams = new(StringComparer.Ordinal) { [top.Team] = top };
        HashSet<string> seen = new(StringComparer.Ordinal) { top.Id };
        Queue<Submission> open = new([top]);
        while (open.TryDequeue(out Submission? child))
        {
            foreach (Parent parent in child.Parents)
            {
                if (contest.Submission(parent.Submission) is not { } work || work.Seq >= child.Seq || !work.Counts || !seen.Add(work.Id))
                    continue;
                if (!copies.IsOfOthers(work))
                    teams.TryAdd(work.Team, work);
                open.Enqueue(work);
            }
        }
        return teams;
    }

    /// <summary>
    /// Submissions that the rule looks at: settled, shown, with a released value, each with the version that was valid for it.
    /// </summary>
    private IEnumerable<Claim> Claims()
    {
        long end = Math.Min(phase.Frontier, phase.VisibleBefore);
        foreach (Submission submission in phase.Submissions)
        {
            if (submission.Seq >= end)
                yield break;
            RuleVersion? version = versions.LastOrDefault(version => version.Seq < submission.Seq);
            if (submission.Counts && version is { Ended: false } && contest.ValueForRules(submission, ColumnOf(version.Rule)) is { } value)
                yield return new Claim(submission, version, value);
        }
    }

    private bool HoldsOnItsProfile(Claim claim) =>
        contest.ValueForRules(claim.Submission, ColumnOf(claim.Rule), claim.Rule.Profile) is { } value
        && Reaches(value, claim.Rule.Threshold);

    /// <summary>The slowest case's time, as it is released, in the evaluation and in a second one.</summary>
    private bool IsFastTwice(Claim claim) =>
        IsFast(claim, null) && IsFast(claim, EvaluationProfiles.Again)
            && contest.ValueForRules(claim.Submission, ColumnOf(claim.Rule), EvaluationProfiles.Again) is { } again
            && Reaches(again, claim.Rule.Threshold);

    private bool IsFast(Claim claim, string? profile) =>
        phase.Columns.PlaceOf(PredictorColumns.CpuSeconds) is >= 0 and int time && claim.Rule.Seconds is { } bound
            && contest.ValueForRules(claim.Submission, time, profile) <= bound;

    private bool AreRelated(string one, string other)
    {
        if (one == other)
            return true;
        HashSet<string> members = [.. (contest.Team(one)?.Memberships ?? []).Select(membership => membership.Account)];
        return (contest.Team(other)?.Memberships ?? []).Any(membership => members.Contains(membership.Account));
    }

    private void Pay(string once, RuleVersion version, string team, Submission submission, int points)
    {
        if (points > 0)
        {
            due.Add(new Award(
                $"{Newest.Name}/{once}", Newest.Name, version.Seq, phase.Name, team, submission.Id, points,
                    contest.Team(team)?.MembersAt(submission.Seq) ?? []));
        }
    }

    private int ColumnOf(RewardRule rule) => rule.Column is { } name ? phase.Columns.PlaceOf(name) : phase.Ranked.First;

    private bool IsLess => ColumnOf(Newest) is >= 0 and int column && phase.Columns.All[column].Direction == Direction.Less;

    private decimal? BaselineValue() => phase.BaselineValue(ColumnOf(Newest));

    private bool Reaches(decimal value, decimal? threshold) => threshold is { } bound && RankedColumns.Compare(value, bound, IsLess) <= 0;

    /// <summary>How much better a value is; negative where it is worse.</summary>
    private decimal Gain(decimal value, decimal than) => IsLess ? than - value : value - than;

    private static int PointsFor(decimal gain, RewardRule rule, decimal share) =>
        (int)Math.Min(Math.Floor(Math.Max(gain, 0) * (rule.Rate ?? 0) * share), rule.Cap ?? int.MaxValue);
}
