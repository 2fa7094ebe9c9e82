using System.Collections.Concurrent;
using Evaluator.Challenges;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Journals;

/// <summary>A contest as far as its log has come. One thread folds (the journal's writer); any may read, and none waits.</summary>
internal sealed class LiveContest(string name)
{
    private readonly ConcurrentDictionary<string, TeamSoFar> teams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> teamOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SubmissionSoFar> submissions = new(StringComparer.Ordinal);
    private volatile ContestSet? contest;
    private volatile IReadOnlyList<PhaseSet> phases = [];
    private volatile IReadOnlyList<RuleSet> rules = [];
    private volatile Entry? last;
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    /// <summary>The newest entry; null before the first.</summary>
    public Entry? Last => last;

    public long NextSeq => (last?.Seq ?? 0) + 1;

    /// <summary>Ends when the next entries are folded.</summary>
    public Task News => Volatile.Read(ref news).Task;

    public ContestSet Contest => contest ?? throw new InvalidOperationException($"{name} has no contest-set entry yet.");

    /// <summary>The phases in the order in which they were first set, each as it is set now.</summary>
    public IReadOnlyList<Phase> Phases => [.. phases.Select(set => set.Phase)];

    public IReadOnlyDictionary<string, TeamSoFar> Teams => teams;

    public IReadOnlyDictionary<string, SubmissionSoFar> Submissions => submissions;

    public Phase? Phase(string phase) => phases.FirstOrDefault(known => known.Phase.Name == phase)?.Phase;

    /// <summary>The team that a person is in; null where there is none.</summary>
    public TeamSoFar? TeamOf(string account) => teamOf.TryGetValue(account, out string? team) ? teams[team] : null;

    /// <summary>Whether a person accepted the rules as they are now.</summary>
    public bool HasAccepted(string account) => accepted.TryGetValue(account, out int version) && version == Contest.RulesVersion;

    /// <summary>Whether a setting is as it would be after this entry: then the entry says nothing new.</summary>
    public bool Says(EntryBody body) => body switch
    {
        ContestSet set => contest is not null && SameText(contest, set),
        PhaseSet set => phases.Any(known => SameText(known, set)),
        RuleSet set => rules.Any(known => SameText(known, set)),
        _ => false,
    };

    /// <summary>Takes the next entries in; the journal alone calls this, and checks the chain before.</summary>
    public void Fold(IReadOnlyList<Entry> entries)
    {
        foreach (Entry entry in entries)
        {
            FoldOne(entry);
            last = entry;
        }
        Interlocked.Exchange(ref news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private void FoldOne(Entry entry)
    {
        switch (entry.Body)
        {
            case ContestSet set:
                contest = set;
                break;
            case PhaseSet set:
                phases = Replaced(phases, set, known => known.Phase.Name == set.Phase.Name);
                break;
            case RuleSet set:
                rules = Replaced(rules, set, known => known.Rule.Name == set.Rule.Name);
                break;
            case RulesAccepted rulesAccepted:
                accepted[entry.Actor] = rulesAccepted.Version;
                break;
            case TeamMade made:
                teams[made.Team] = new TeamSoFar(made.Team, entry.Seq, [entry.Actor]);
                teamOf[entry.Actor] = made.Team;
                break;
            case MemberJoined joined:
                teams[joined.Team] = teams[joined.Team] with { Members = [.. teams[joined.Team].Members, joined.Account] };
                teamOf[joined.Account] = joined.Team;
                break;
            case MemberLeft left:
                teams[left.Team] = teams[left.Team] with { Members = [.. teams[left.Team].Members.Where(member => member != left.Account)] };
                teamOf.TryRemove(left.Account, out _);
                break;
            default:
                FoldSubmission(entry);
                break;
        }
    }

    private void FoldSubmission(Entry entry)
    {
        switch (entry.Body)
        {
            case SubmissionAccepted handedIn:
                submissions[handedIn.Submission] = new SubmissionSoFar(entry.Seq, entry.At, entry.Actor, handedIn, [], false, false, false);
                break;
            case EvaluationRecorded recorded:
                Change(recorded.Submission, known => known with { Results = [.. known.Results, recorded] });
                break;
            case Unsettled unsettled:
                Change(unsettled.Submission, known => known with { IsUnsettled = true });
                break;
            case Withdrawn withdrawn:
                Change(withdrawn.Submission, known => known with { IsWithdrawn = true });
                break;
            case Ignored { Submission: { } submission }:
                Change(submission, known => known with { IsIgnored = true });
                break;
            case Reinstated { Submission: { } submission }:
                Change(submission, known => known with { IsIgnored = false, IsWithdrawn = false });
                break;
        }
    }

    private void Change(string submission, Func<SubmissionSoFar, SubmissionSoFar> change)
    {
        if (submissions.TryGetValue(submission, out SubmissionSoFar? known))
            submissions[submission] = change(known);
    }

    private static List<T> Replaced<T>(IReadOnlyList<T> old, T one, Predicate<T> same)
    {
        List<T> changed = [.. old];
        int place = changed.FindIndex(same);
        if (place < 0)
            changed.Add(one);
        else
            changed[place] = one;
        return changed;
    }

    // Records hold lists, which compare by reference; what the log would hold of them is what counts.
    private static bool SameText(EntryBody known, EntryBody set) => HashOf(known) == HashOf(set);

    private static Digest HashOf(EntryBody body) => EntryText.HashOf(new Entry(0, DateTimeOffset.UnixEpoch, "", "", body, default, default));
}
