using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Ladders;

namespace Evaluator.Standings.Contests;

/// <summary>A phase: its settings with all that they have been, who takes part, and what is hidden.</summary>
public sealed class ContestPhase
{
    private readonly List<Submission> submissions = [];
    private readonly Dictionary<string, Entrant> entrants = new(StringComparer.Ordinal);
    private readonly List<ContestBaseline> baselines = [];
    private int settled;
    private long publishesSeq;

    internal ContestPhase(Phase settings, long seq, ColumnSet columns) => Change(settings, seq, columns);

    public string Name => Settings.Name;

    public Phase Settings => SettingsHistory.Current.Settings;

    /// <summary>In the order of their entries.</summary>
    public IReadOnlyList<Submission> Submissions => submissions;

    /// <summary>As they are now.</summary>
    public IReadOnlyList<ContestBaseline> Baselines => BaselinesAt(long.MaxValue);

    public bool IsPublished => !PublishedHistory.IsEmpty && PublishedHistory.Current;

    /// <summary>Whether submissions are hidden now.</summary>
    public bool IsFrozen => VisibleBefore != long.MaxValue;

    /// <summary>The baseline that ladders, gates and improvement rules start at; null where there is none.</summary>
    public string? StartBaseline => Baselines.FirstOrDefault(baseline => baseline.Set.Start)?.Set.Baseline;

    /// <summary>A team's submissions to the phase, in the order of their entries.</summary>
    public IReadOnlyList<Submission> SubmissionsOf(string team) =>
        entrants.TryGetValue(team, out Entrant? entrant) ? entrant.Submissions : [];

    /// <summary>What a team has chosen for the end; empty where it has not.</summary>
    public IReadOnlyList<string> ChosenBy(string team) => entrants.TryGetValue(team, out Entrant? entrant) ? entrant.Chosen : [];

    /// <summary>Why the phase's ladder releases nothing; null where it works, or the release is none.</summary>
    public string? LadderRefusal { get; internal set; }

    /// <summary>
    /// The frontier: everything before this entry is settled, so it can be said who was first. <c>long.MaxValue</c> where all is.
    /// </summary>
    public long Frontier
    {
        get
        {
            while (settled < submissions.Count && submissions[settled].IsSettled)
                settled++;
            return settled < submissions.Count ? submissions[settled].Seq : long.MaxValue;
        }
    }

    /// <summary>
    /// The submissions that decide the phase as things stand: those that a team chose and that still count, of a team that chose none the
    /// one that its row shows. It is what the final row of a team is folded from.
    /// </summary>
    public IReadOnlyList<Submission> Finalists => [.. entrants.Values.SelectMany(entrant => entrant.Finalists)];

    /// <summary>Those of them without a result on the final set; none where the phase has no such set.</summary>
    public IReadOnlyList<Submission> FinalsMissing =>
        Settings.FinalSet is { } final ? [.. Finalists.Where(submission => submission.Counted(final) is null)] : [];

    /// <summary>How many submissions have neither a result nor are given up.</summary>
    public int Unsettled => Frontier == long.MaxValue ? 0 : submissions.Count(submission => !submission.IsSettled);

    /// <summary>
    /// Whether its own time of publishing has passed and nobody has acted on it: neither published nor taken back since that time was set.
    /// </summary>
    public bool IsPublishingDue(DateTimeOffset now) => Settings.Publishes <= now && !IsPublished && PublishedSeq < publishesSeq;

    internal History<PhaseSettings> SettingsHistory { get; } = new();

    /// <summary>The entry that published it, or took that back; 0 where there is none.</summary>
    internal long PublishedSeq => PublishedHistory.LastSeq;

    internal History<bool> PublishedHistory { get; } = new();

    /// <summary>The first entry that a freeze hides; <c>long.MaxValue</c> without a freeze.</summary>
    internal History<long> FreezeHistory { get; } = new();

    /// <summary>An organiser has lifted the freeze; its time does not bring it back.</summary>
    internal bool IsFreezeLifted { get; set; }

    internal IReadOnlyDictionary<string, Entrant> Entrants => entrants;

    internal LiveOrder[] Live { get; } = [new(), new(), new(), new()];

    internal LadderStart? LadderStart { get; set; }

    /// <summary>The cases of the ladder's baseline, by name.</summary>
    internal IReadOnlyList<string> LadderCases { get; set; } = [];

    internal RankedColumns Ranked => SettingsHistory.Current.Ranked;

    internal ColumnSet Columns => SettingsHistory.Current.Columns;

    /// <summary>Competitors see submissions before this entry.</summary>
    internal long VisibleBefore => IsPublished || FreezeHistory.IsEmpty ? long.MaxValue : FreezeHistory.Current;

    internal long VisibleBeforeAt(long seq) => PublishedHistory.At(seq, false) ? long.MaxValue : FreezeHistory.At(seq, long.MaxValue);

    internal void Change(Phase settings, long seq, ColumnSet columns)
    {
        if (SettingsHistory.IsEmpty || Settings.Publishes != settings.Publishes)
            publishesSeq = seq;
        SettingsHistory.Set(seq, new PhaseSettings(settings, columns, new RankedColumns(columns, settings.Ranking)));
    }

    internal Entrant EntrantOf(Team team)
    {
        if (!entrants.TryGetValue(team.Id, out Entrant? entrant))
            entrants.Add(team.Id, entrant = new Entrant(team, this));
        return entrant;
    }

    internal void Add(Submission submission)
    {
        submissions.Add(submission);
        submission.Entrant.Submissions.Add(submission);
    }

    internal void Add(ContestBaseline baseline) => baselines.Add(baseline);

    /// <summary>The newest version of each baseline as of an entry.</summary>
    internal IReadOnlyList<ContestBaseline> BaselinesAt(long seq) =>
        [.. baselines.Where(baseline => baseline.Seq <= seq).GroupBy(baseline => baseline.Set.Baseline, StringComparer.Ordinal)
            .Select(versions => versions.Last())];

    /// <summary>Something before the frontier may be open again.</summary>
    internal void LookForFrontierAgain() => settled = 0;

    /// <summary>The value that the start baseline shows in a column; null where there is none.</summary>
    internal decimal? BaselineValue(int column) =>
        Baselines.FirstOrDefault(baseline => baseline.Set.Start)?.Values is { } values && column >= 0 ? values[column] : null;
}
