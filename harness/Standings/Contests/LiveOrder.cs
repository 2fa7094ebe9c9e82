using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>
/// The order of a view's rows as of the last entry, brought up to date when somebody asks: an entry only marks whose row it touched. It
/// keeps the
/// order before the last change too, from which the movement is read.
/// </summary>
internal sealed class LiveOrder
{
    private readonly HashSet<Entrant> touched = [];
    private readonly List<long> changes = [];
    private RowOrder? now;
    private RowOrder? before;
    private long shown;
    private Dictionary<string, TableRow?> changed = new(StringComparer.Ordinal);

    /// <summary>The entries that changed a row of the view, ascending.</summary>
    public IReadOnlyList<long> Changes => changes;

    public void Touch(Entrant entrant) => touched.Add(entrant);

    public void Changed(Entrant entrant, long seq)
    {
        touched.Add(entrant);
        if (changes.Count == 0 || changes[^1] != seq)
            changes.Add(seq);
    }

    /// <summary>Columns or ranking have changed: begin anew.</summary>
    public void Forget(IEnumerable<Entrant> all)
    {
        now = null;
        shown = 0;
        touched.UnionWith(all);
    }

    public (RowOrder Now, RowOrder? Before, IReadOnlyDictionary<string, TableRow?> Changed) Refreshed(ContestPhase phase, View view)
    {
        if (now is not null && touched.Count == 0)
            return (now, before, changed);
        long last = changes.Count == 0 ? 0 : changes[^1];
        bool hasChanged = now is null || last > shown;
        long visible = view == View.Public ? phase.VisibleBefore : long.MaxValue;
        List<TableRow> gone = [], old = [], without = [], with = [];
        Dictionary<string, TableRow?> changedNow = new(StringComparer.Ordinal);
        foreach (Entrant entrant in touched)
        {
            if (entrant.Placed[(int)view] is { } placed && now is not null)
                gone.Add(placed);
            TableRow? row = entrant.TableRowAt(view, long.MaxValue, long.MaxValue, visible);
            TableRow? previous = row;
            if (hasChanged && last > 0 && entrant.Row(view).LastSeq == last)
            {
                previous = entrant.TableRowAt(view, last - 1, long.MaxValue, visible);
                changedNow[entrant.Team.Id] = previous;
                Note(without, previous);
                Note(with, row);
            }
            Note(old, previous);
            entrant.Placed[(int)view] = row;
        }
        if (hasChanged)
        {
            before = now is null ? RowOrder.Of(old, phase.Ranked, phase.Columns) : now.With(gone, old);
            changed = changedNow;
            now = before.With(without, with);
        }
        else
        {
            // Entries were counted, no row has changed: the movement stays that of the last change.
            now = now!.With(gone, old);
        }
        shown = last;
        touched.Clear();
        return (now, before, changed);
    }

    private static void Note(List<TableRow> rows, TableRow? row)
    {
        if (row is not null)
            rows.Add(row);
    }
}
