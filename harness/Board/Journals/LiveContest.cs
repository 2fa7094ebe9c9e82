using System.Collections.Concurrent;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Journals;

/// <summary>
/// A contest as far as its log has come. The journal's writer folds, any thread asks: a question holds the fold for as long as it takes,
/// which is microseconds; the tables that
/// come out never change.
/// </summary>
internal sealed class LiveContest(string name, OpenSeal open)
{
    private readonly Contest fold = new(open);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, string> teamOf = new(StringComparer.Ordinal);
    // Written under the gate, as entries are: so nothing old can get in behind a fold.
    private readonly ConcurrentDictionary<(string Phase, Audience Audience, bool? Final), StandingsTable?> tables = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    /// <summary>The newest entry; null before the first.</summary>
    public Entry? Last { get; private set; }

    public long NextSeq => (Last?.Seq ?? 0) + 1;

    /// <summary>Ends when the next entries are folded.</summary>
    public Task News => Volatile.Read(ref news).Task;

    /// <summary>The contest as it is set now.</summary>
    public ContestSet Contest => Ask(contest => contest.Settings)
        ?? throw new InvalidOperationException($"{name} has no contest-set entry yet.");

    /// <summary>The phases in the order in which they were first set, each as it is set now.</summary>
    public IReadOnlyList<Phase> Phases => Ask<IReadOnlyList<Phase>>(contest => [.. contest.Phases.Select(phase => phase.Settings)]);

    /// <summary>Asks the fold; what comes out must not hold on to anything of it that changes.</summary>
    public T Ask<T>(Func<Contest, T> question)
    {
        lock (gate)
            return question(fold);
    }

    public Phase? Phase(string phase) => Ask(contest => contest.Phase(phase)?.Settings);

    public bool IsFrozen(string phase) => Ask(contest => contest.Phase(phase)?.IsFrozen == true);

    public bool IsPublished(string phase) => Ask(contest => contest.Phase(phase)?.IsPublished == true);

    /// <summary>Whether there is a rule that pays, or anything was given.</summary>
    public bool HasRewards => Ask(contest => contest.Rewards.Versions.Count + contest.Rewards.Ledger.Count > 0);

    /// <summary>A submission as it is now; null where there is none of that id.</summary>
    public SubmissionSoFar? Submission(string submission) =>
        Ask(contest => contest.Submission(submission) is { } known ? SubmissionSoFar.Of(known) : null);

    public TeamSoFar? Team(string team) => Ask(contest => contest.Team(team) is { } known ? TeamSoFar.Of(known) : null);

    public IReadOnlyList<TeamSoFar> Teams => Ask<IReadOnlyList<TeamSoFar>>(contest => [.. contest.Teams.Select(TeamSoFar.Of)]);

    /// <summary>The team that a person is in; null where there is none.</summary>
    public TeamSoFar? TeamOf(string account) => teamOf.TryGetValue(account, out string? team) ? Team(team) : null;

    /// <summary>Whether a person accepted the rules as they are now.</summary>
    public bool HasAccepted(string account) =>
        Ask(contest => contest.AcceptedRules.TryGetValue(account, out int version) && version == contest.Settings!.RulesVersion);

    /// <summary>The standings of a phase; null where the audience may not see them, or there is no such phase.</summary>
    /// <param name="final">The final or the provisional ones; null for those that the audience is shown.</param>
    /// <param name="at">The entry as of which; null for now. Tables of now are kept until the next entry: many visitors ask for the same
    /// one.</param>
    public StandingsTable? Table(string phase, Audience audience, bool? final, long? at)
    {
        if (at is not null)
            return Ask(contest => Made(contest, phase, audience, final, at));
        return tables.TryGetValue((phase, audience, final), out StandingsTable? kept)
            ? kept
            : Ask(contest => tables[(phase, audience, final)] = Made(contest, phase, audience, final, null));
    }

    private static StandingsTable? Made(Contest contest, string phase, Audience audience, bool? final, long? at) =>
        contest.Phase(phase) is not { } known ? null
        : final is not { } decided ? contest.Standings(known, audience, at)
        : decided ? contest.Final(known, audience, at)
        : contest.Provisional(known, audience, at);

    /// <summary>Whether a setting is as it would be after this entry: then the entry says nothing new.</summary>
    public bool Says(EntryBody body) => body switch
    {
        ContestSet set => Ask(contest => contest.Settings) is { } known && SameText(known, set),
        PhaseSet set => Phase(set.Phase.Name) is { } known && SameText(new PhaseSet(known), set),
        RuleSet set => Ask(contest => contest.Rewards.Versions.LastOrDefault(version => version.Rule.Name == set.Rule.Name)) is { } known
            && SameText(new RuleSet(known.Rule, known.Ended), set),
        _ => false,
    };

    /// <summary>Takes the next entries in; the journal alone calls this, and checks the chain before.</summary>
    public void Fold(IReadOnlyList<Entry> entries)
    {
        lock (gate)
        {
            foreach (Entry entry in entries)
            {
                fold.Apply(entry);
                NoteMember(entry);
                Last = entry;
            }
            tables.Clear();
        }
        Interlocked.Exchange(ref news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private void NoteMember(Entry entry)
    {
        switch (entry.Body)
        {
            case TeamMade made:
                teamOf[entry.Actor] = made.Team;
                break;
            case MemberJoined joined:
                teamOf[joined.Account] = joined.Team;
                break;
            case MemberLeft left:
                teamOf.TryRemove(left.Account, out _);
                break;
        }
    }

    // Records hold lists, which compare by reference; what the log would hold of them is what counts.
    private static bool SameText(EntryBody known, EntryBody set) => HashOf(known) == HashOf(set);

    private static Digest HashOf(EntryBody body) =>
        EntryText.HashOf(new Entry(0, DateTimeOffset.UnixEpoch, "", "", body, default, default));
}
