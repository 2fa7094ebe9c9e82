using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Profiles;

/// <summary>
/// What each person did in a contest: a pure function of its log, for everybody. It asks the contest's public standings and its ledger and
/// nothing else, so a profile can tell no more than they do; what a freeze hides is not in it.
/// </summary>
public sealed class ProfileFold
{
    private readonly Contest contest;
    private readonly string name;
    private readonly Dictionary<string, ProfileContest> people = new(StringComparer.Ordinal);
    private readonly Func<Submission, IReadOnlyList<string>> authorsOf;

    private ProfileFold(Contest contest, string name, Func<Submission, IReadOnlyList<string>> authorsOf) =>
        (this.contest, this.name, this.authorsOf) = (contest, name, authorsOf);

    /// <param name="name">The contest's name in addresses.</param>
    /// <param name="authorsOf">
    /// The accounts of the authors of a submission's commits, as they are claimed today; null for those that were known when it was handed
    /// in, which the log has.
    /// </param>
    /// <returns>By account, all who have been in a team.</returns>
    public static IReadOnlyDictionary<string, ProfileContest> Of(
        Contest contest, string name, Func<Submission, IReadOnlyList<string>>? authorsOf = null)
    {
        if (contest.Settings is null)
            return new Dictionary<string, ProfileContest>();
        ProfileFold fold = new(contest, name, authorsOf ?? (submission => submission.Accepted.Authors ?? []));
        foreach (Membership membership in contest.Teams.Where(team => !team.IsIgnored).SelectMany(team => team.Memberships))
            fold.Of(membership.Account);
        foreach (ContestPhase phase in contest.Phases)
        {
            fold.AddPlaces(phase);
            foreach (string team in phase.Submissions.Where(submission => fold.authorsOf(submission).Count > 0)
                .Select(submission => submission.Team).Distinct())
                fold.AddMoves(phase, team);
            foreach (Submission submission in phase.Submissions.Where(one =>
                one.Seq < phase.VisibleBefore && one.CountsBefore(phase.VisibleBefore)))
                fold.AddSubmission(phase, submission);
        }
        fold.AddRewards();
        return fold.people;
    }

    private ProfileContest Of(string account)
    {
        if (!people.TryGetValue(account, out ProfileContest? person))
            people.Add(account, person = new ProfileContest(
                name, contest.Settings!.Title, [.. contest.Settings.Tags.Select(tag => tag.Name)], new List<ProfilePlace>(),
                new List<ProfileSubmission>(), new List<ProfileReward>(), new List<ProfileLink>(), new List<ProfileLink>()));
        return person;
    }

    private void AddPlaces(ContestPhase phase)
    {
        StandingsTable table = (phase.Settings.FinalSet is null ? null : contest.Final(phase, Audience.Public))
            ?? contest.Provisional(phase, Audience.Public);
        int first = phase.Ranked.First;
        foreach (StandingRow row in table.All())
        {
            if (contest.Submission(row.Submission!) is not { } submission)
                continue;
            ProfilePlace place = new(phase.Settings.Title, row.Rank!.Value, table.Count, first < 0 ? "" : phase.Columns.All[first].Title,
                table.IsFinal, first < 0 ? null : row.Values[first]);
            foreach (string account in MembersOf(submission))
                Add(Of(account).Places, place);
        }
    }

    private void AddSubmission(ContestPhase phase, Submission submission)
    {
        ProfileSubmission told = new(submission.Id, phase.Settings.Title, submission.At, submission.Accepted.Format);
        foreach (string account in MembersOf(submission))
            Add(Of(account).Submissions, told);
        foreach (Parent named in submission.Parents)
        {
            if (contest.Submission(named.Submission) is not { Counts: true } parent || parent.Team == submission.Team)
                continue;
            ProfileLink link = new(submission.Id, parent.Id);
            foreach (string account in MembersOf(submission))
                Add(Of(account).BuiltOn, link);
            foreach (string account in MembersOf(parent))
                Add(Of(account).BuiltUpon, link);
        }
    }

    /// <summary>
    /// The ways of teams to where they stand, as everybody sees them: a commit that made nothing better moved nothing that is shown.
    /// </summary>
    private void AddMoves(ContestPhase phase, string team)
    {
        ProgressStep? before = null;
        foreach (ProgressStep step in contest.Progress(phase, team, Audience.Public))
        {
            if (authorsOf(contest.Submission(step.Submission)!) is { Count: > 0 } authors)
            {
                List<MovedColumn> columns = [];
                for (int place = 0; place < step.Values.Count; place++)
                {
                    if (step.Values[place] != before?.Values[place])
                        columns.Add(new MovedColumn(phase.Columns.All[place].Title, before?.Values[place], step.Values[place]));
                }
                ProfileMove move = new(step.Submission, phase.Settings.Title, step.At, columns);
                foreach (string account in authors.Where(people.ContainsKey))
                    people[account] = people[account] with { Moves = [.. people[account].Moves ?? [], move] };
            }
            before = step;
        }
    }

    private void AddRewards()
    {
        foreach (LedgerEntry entry in contest.Rewards.Ledger.Where(entry => entry.ReversedBy is null))
        {
            RewardKind kind = entry.Award is { } award ? contest.Rewards.VersionOf(award)?.Rule.Kind ?? RewardKind.Grant : RewardKind.Grant;
            ProfileReward reward = new(
                kind.ToString(), entry.Points, entry.At, entry.Award is null ? null : contest.Rewards.TitleOf(entry.Award));
            foreach (string account in entry.Members)
                Add(Of(account).Rewards, reward);
        }
    }

    private IReadOnlyList<string> MembersOf(Submission submission) => contest.Team(submission.Team)?.MembersAt(submission.Seq) ?? [];

    // The lists are this fold's own until it gives them out.
    private static void Add<T>(IReadOnlyList<T> list, T item) => ((List<T>)list).Add(item);
}
