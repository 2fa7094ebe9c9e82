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

    private ProfileFold(Contest contest, string name) => (this.contest, this.name) = (contest, name);

    /// <param name="name">The contest's name in addresses.</param>
    /// <returns>By account, all who have been in a team.</returns>
    public static IReadOnlyDictionary<string, ProfileContest> Of(Contest contest, string name)
    {
        if (contest.Settings is null)
            return new Dictionary<string, ProfileContest>();
        ProfileFold fold = new(contest, name);
        foreach (Membership membership in contest.Teams.Where(team => !team.IsIgnored).SelectMany(team => team.Memberships))
            fold.Of(membership.Account);
        foreach (ContestPhase phase in contest.Phases)
        {
            fold.AddPlaces(phase);
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
