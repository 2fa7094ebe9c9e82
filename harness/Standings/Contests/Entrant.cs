using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>A team in a phase: its submissions there, and its row in each view with all that the row has been.</summary>
internal sealed class Entrant
{
    public const int Views = 4;

    private readonly History<BestRow?>[] rows = [new(), new(), new(), new()];

    public Entrant(Team team, ContestPhase phase) => (Team, Phase) = (team, phase);

    public Team Team { get; }

    public ContestPhase Phase { get; }

    /// <summary>In the order of their entries.</summary>
    public List<Submission> Submissions { get; } = [];

    /// <summary>The ids of the submissions that it has chosen for the end.</summary>
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>What decides of it, as things stand.</summary>
    public IEnumerable<Submission> Finalists => Chosen.Count > 0
        ? Submissions.Where(submission => submission.Counts && Chosen.Contains(submission.Id))
        : Current(View.Released) is { } row ? [row.Submission] : [];

    /// <summary>The team's ladder; null unless the phase has one and something was taken.</summary>
    public LadderRun? Ladder { get; set; }

    /// <summary>Its rows as they stand in the live orders.</summary>
    public TableRow?[] Placed { get; } = new TableRow?[Views];

    public History<BestRow?> Row(View view) => rows[(int)view];

    public BestRow? Current(View view) => Row(view).IsEmpty ? null : Row(view).Current;

    /// <summary>The row as it was at an entry, with entries as far as <paramref name="visibleBefore"/> lets them be seen.</summary>
    public TableRow? TableRowAt(View view, long rowSeq, long seq, long visibleBefore)
    {
        BestRow? best = Row(view).At(rowSeq, null);
        if (best is null)
            return null;
        int entries = CountBefore(Math.Min(visibleBefore, seq == long.MaxValue ? seq : seq + 1));
        DateTimeOffset last = Submissions[Math.Max(entries, 1) - 1].At;
        return new TableRow(Team.Id, best.Submission.Id, best.Submission.Seq, best.Values, best.Gain, entries, last);
    }

    private int CountBefore(long seq)
    {
        if (Submissions.Count == 0 || Submissions[^1].Seq < seq)
            return Submissions.Count;
        int low = 0, high = Submissions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Submissions[middle].Seq < seq)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
