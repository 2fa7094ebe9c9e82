using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>A submission and what has become of it.</summary>
public sealed class Submission
{
    private readonly List<Evaluation> evaluations = new(1);
    private List<Parent>? parents;
    private HashSet<string>? likes;
    private History<Standing>? standings;   // most never have one: nothing happens to them but a result
    private List<(string Rejudge, int Generation)>? applied;

    internal Submission(SubmissionAccepted accepted, long seq, DateTimeOffset at, string actor, Entrant entrant)
    {
        (Accepted, Seq, At, Actor, Entrant) = (accepted, seq, at, actor, entrant);
        Set = entrant.Phase.Settings.Set;
    }

    public SubmissionAccepted Accepted { get; }

    public string Id => Accepted.Submission;

    public long Seq { get; }

    public DateTimeOffset At { get; }

    /// <summary>The account that handed it in.</summary>
    public string Actor { get; }

    public string Team => Accepted.Team;

    public string Phase => Accepted.Phase;

    /// <summary>The set that it is evaluated on: the phase's when it was accepted.</summary>
    public string Set { get; }

    public bool IsWithdrawn { get; internal set; }

    public bool IsIgnored { get; internal set; }

    /// <summary>Nobody waits for it any longer, after faults of ours.</summary>
    public bool IsUnsettled { get; internal set; }

    /// <summary>Evaluations on its set that failed for a reason of ours.</summary>
    public int Faults { get; internal set; }

    /// <summary>What an organiser said about it being a single model; null while nobody has.</summary>
    public bool? Attested { get; internal set; }

    /// <summary>The generation that is visible: the highest of the rejudge sets that stand; 0 where none does.</summary>
    public int AppliedGeneration { get; private set; }

    public IReadOnlyList<Evaluation> Evaluations => evaluations;

    public IReadOnlyList<Parent> Parents => parents ?? [];

    /// <summary>The accounts that like it.</summary>
    public IReadOnlyCollection<string> Likes => likes ?? [];

    /// <summary>Whether it may stand anywhere: neither taken back nor ignored, nor its team.</summary>
    public bool Counts => !IsWithdrawn && !IsIgnored && !Entrant.Team.IsIgnored;

    internal Entrant Entrant { get; }

    /// <summary>The evaluation that counts on its set; null while there is none.</summary>
    public Evaluation? Result => Counted(Set, null, AppliedGeneration);

    /// <summary>Nothing more is waited for: a result, given up, or out of the race.</summary>
    public bool IsSettled => IsUnsettled || !Counts || Result is not null;

    /// <summary>The newest evaluation on a set that is visible; of one generation the first that was recorded. Faults are none.</summary>
    public Evaluation? Counted(string set, string? profile = null) => Counted(set, profile, AppliedGeneration);

    /// <summary><see cref="Counts"/> as it was before an entry: under a freeze everybody sees the state before it.</summary>
    internal bool CountsBefore(long seq) => !StandingBefore(seq).IsOut && !Entrant.Team.IsIgnoredBefore(seq);

    /// <summary><see cref="Result"/> as it was before an entry.</summary>
    internal Evaluation? ResultBefore(long seq) => Counted(Set, null, GenerationBefore(seq), seq);

    /// <summary><see cref="IsSettled"/> as it was before an entry.</summary>
    internal bool IsSettledBefore(long seq) => StandingBefore(seq).IsUnsettled || !CountsBefore(seq) || ResultBefore(seq) is not null;

    internal int GenerationBefore(long seq) => StandingBefore(seq).Generation;

    /// <summary>Something about it was changed by an entry: keeps how it stands since.</summary>
    internal void Note(long seq) =>
        (standings ??= new()).Set(seq, new Standing(IsWithdrawn || IsIgnored, IsUnsettled, AppliedGeneration));

    private Standing StandingBefore(long seq) => standings?.At(seq - 1, default) ?? default;

    /// <param name="before">Results from this entry on do not count.</param>
    internal Evaluation? Counted(string set, string? profile, int generation, long before = long.MaxValue)
    {
        Evaluation? newest = null;
        foreach (Evaluation evaluation in evaluations)
        {
            EvaluationRecorded recorded = evaluation.Recorded;
            if (evaluation.Seq < before && recorded.Generation <= generation && recorded.Set == set && recorded.Profile == profile
                && (newest is null || recorded.Generation > newest.Recorded.Generation))
                newest = evaluation;
        }
        return newest;
    }

    /// <returns>False where that generation has a result already: the first one counts.</returns>
    internal bool Add(Evaluation evaluation)
    {
        EvaluationRecorded recorded = evaluation.Recorded;
        foreach (Evaluation other in evaluations)
        {
            if (other.Recorded.Set == recorded.Set && other.Recorded.Profile == recorded.Profile
                && other.Recorded.Generation == recorded.Generation)
                return false;
        }
        evaluations.Add(evaluation);
        return true;
    }

    internal void Apply(RejudgeApplied set)
    {
        applied ??= [];
        applied.Remove((set.Rejudge, set.Generation));
        if (set.Holds != false)
            applied.Add((set.Rejudge, set.Generation));
        AppliedGeneration = Highest(applied);
    }

    /// <summary>The generation that would be visible without a set.</summary>
    internal int GenerationWithout(string rejudge, int generation) =>
        Highest((applied ?? []).Where(set => set != (rejudge, generation)));

    private static int Highest(IEnumerable<(string Rejudge, int Generation)> sets) =>
        sets.Select(set => set.Generation).DefaultIfEmpty(0).Max();

    internal void Add(Parent parent)
    {
        parents ??= [];
        if (!parents.Contains(parent))
            parents.Add(parent);
    }

    internal void Like(string account) => (likes ??= new(StringComparer.Ordinal)).Add(account);

    internal void Unlike(string account) => likes?.Remove(account);

    private readonly record struct Standing(bool IsOut, bool IsUnsettled, int Generation);
}
