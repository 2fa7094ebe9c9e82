using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>
/// What may be shown. This is the one home of the question: tables and values come out for an audience, and there is no other way to them
/// for a
/// page, an event stream or a rule.
/// </summary>
public sealed partial class Contest
{
    /// <summary>
    /// The standings that the audience is shown: the final ones where they are published, else the provisional ones. With
    /// <paramref name="at"/> what was shown then, the final ones of a time between publishing and taking that back too: what everybody saw
    /// is not unseen. An entry that the audience may not have yet is now, whichever it is: else it could be tried how many there are. What
    /// may be chance is never said of a moment, for the same reason.
    /// </summary>
    public StandingsTable Standings(ContestPhase phase, Audience audience, long? at = null)
    {
        long? then = at > LastFor(audience) ? Seq : at;
        bool isFinal = phase.PublishedHistory.At(then ?? long.MaxValue, false)
            && phase.SettingsHistory.At(then ?? long.MaxValue, phase.SettingsHistory.Current).Settings.FinalSet is not null;
        return (isFinal ? Final(phase, audience, then) : null) ?? Provisional(phase, audience, then);
    }

    /// <summary>The standings while the phase runs; after publishing, the provisional ones without a freeze.</summary>
    /// <param name="at">The last entry that goes in; null for all.</param>
    public StandingsTable Provisional(ContestPhase phase, Audience audience, long? at = null)
    {
        StandingsTable everybody = Table(phase, audience.IsOrganiser ? View.Exact : View.Public, audience, at);
        return audience.Team is { } team && everybody.IsFrozen && phase.Entrants.TryGetValue(team, out Entrant? own)
            ? WithOwnRow(everybody, own, at)
            : everybody;
    }

    /// <summary>The standings that competitors see, for an organiser who compares them with the exact ones.</summary>
    public StandingsTable Released(ContestPhase phase, long? at = null) => Table(phase, View.Public, Audience.Public, at);

    /// <summary>The final standings; null where the audience may not see them (yet).</summary>
    public StandingsTable? Final(ContestPhase phase, Audience audience, long? at = null)
    {
        if (!FinalIsShown(phase, audience, at))
            return null;
        StandingsTable final = Table(phase, View.Final, audience, at);
        StandingsTable provisional = Table(phase, View.Released, audience, at);
        Dictionary<string, TableRow?> rows = new(StringComparer.Ordinal);
        for (int i = 0; i < final.Count; i++)
            rows[final.Order[i].Team] = null;
        for (int i = 0; i < provisional.Count; i++)
            rows[provisional.Order[i].Team] = provisional.Order[i];
        return Copy(final, final.Order, provisional.Order, rows, at is null ? BandOf(phase, audience, final.Order) : null);
    }

    public bool FinalIsShown(ContestPhase phase, Audience audience, long? at = null) =>
        audience.IsOrganiser || phase.PublishedHistory.At(at ?? long.MaxValue, false);

    private StandingsTable Table(ContestPhase phase, View view, Audience audience, long? at)
    {
        if (at is null || at >= Seq)
        {
            (RowOrder now, RowOrder? before, IReadOnlyDictionary<string, TableRow?> changed) = phase.Live[(int)view].Refreshed(phase, view);
            return Filled(phase, view, audience, Seq, now, before, changed,
                at is null ? BracketsOf(phase, view, audience, now) : null);
        }
        PhaseSettings settings = phase.SettingsHistory.At(at.Value, phase.SettingsHistory.Current);
        long last = LastChange(phase.Live[(int)view].Changes, at.Value);
        long visible = view == View.Public ? phase.VisibleBeforeAt(at.Value) : long.MaxValue;
        List<TableRow> rows = [], old = [];
        Dictionary<string, TableRow?> changedThen = new(StringComparer.Ordinal);
        foreach (Entrant entrant in phase.Entrants.Values)
        {
            TableRow? row = entrant.TableRowAt(view, at.Value, at.Value, visible);
            TableRow? previous = row;
            if (last > 0 && entrant.Row(view).SetAt(at.Value) == last)
            {
                previous = entrant.TableRowAt(view, last - 1, at.Value, visible);
                changedThen[entrant.Team.Id] = previous;
            }
            if (row is not null)
                rows.Add(row);
            if (previous is not null)
                old.Add(previous);
        }
        return Filled(
            phase, view, audience, at.Value, RowOrder.Of(rows, settings.Ranked, settings.Columns),
                RowOrder.Of(old, settings.Ranked, settings.Columns), changedThen, null);
    }

    private StandingsTable Filled(
        ContestPhase phase, View view, Audience audience, long seq, RowOrder now, RowOrder? before,
        IReadOnlyDictionary<string, TableRow?> changed, Func<TieBrackets?>? brackets)
    {
        PhaseSettings settings = phase.SettingsHistory.At(seq, phase.SettingsHistory.Current);
        return new StandingsTable(now, before, changed)
        {
            Seq = seq,
            Phase = settings.Settings,
            Audience = audience,
            IsFinal = view == View.Final,
            IsFrozen = view == View.Public && phase.VisibleBeforeAt(seq) != long.MaxValue,
            Columns = settings.Columns.All,
            Baselines = BaselineRows(phase, settings, view, seq),
            Rewards = RewardsOf(phase, view == View.Public ? Math.Min(seq, phase.VisibleBeforeAt(seq) - 1) : seq),
            LadderRefusal = phase.LadderRefusal,
            ComputeBrackets = brackets,
        };
    }

    private static StandingsTable WithOwnRow(StandingsTable table, Entrant own, long? at)
    {
        int? index = table.IndexOf(own.Team.Id);
        TableRow? released = own.TableRowAt(View.Released, at ?? long.MaxValue, at ?? long.MaxValue, long.MaxValue);
        TableRow[] with = released is null ? [] : [released];
        TableRow? shown = index is { } place ? table.Order[place] : null;
        TableRow? shownBefore = table.Changed.TryGetValue(own.Team.Id, out TableRow? old) ? old : shown;
        // The own row stands in both orders: movement is what the others' news did.
        return Copy(
            table, table.Order.With(shown is null ? [] : [shown], with), table.Before?.With(shownBefore is null ? [] : [shownBefore], with),
            new Dictionary<string, TableRow?>(table.Changed, StringComparer.Ordinal) { [own.Team.Id] = released });
    }

    private static StandingsTable Copy(
        StandingsTable table, RowOrder order, RowOrder? before, IReadOnlyDictionary<string, TableRow?> changed,
        Func<RankBand?>? band = null) =>
        new(order, before, changed)
        {
            Seq = table.Seq,
            Phase = table.Phase,
            Audience = table.Audience,
            IsFinal = table.IsFinal,
            IsFrozen = table.IsFrozen,
            Columns = table.Columns,
            Baselines = table.Baselines,
            Rewards = table.Rewards,
            LadderRefusal = table.LadderRefusal,
            ComputeBrackets = order == table.Order ? table.ComputeBrackets : null,
            ComputeBand = band,
        };

    private static List<StandingRow> BaselineRows(ContestPhase phase, PhaseSettings settings, View view, long seq)
    {
        List<StandingRow> rows = [];
        foreach (ContestBaseline baseline in phase.BaselinesAt(seq))
        {
            if (baseline.Values is not { } exact)
                continue;
            bool isLadder = settings.Settings.Release == Release.Ladder && view is View.Released or View.Public;
            if (isLadder && !baseline.Set.Start)
                continue;
            decimal?[] values = view is View.Exact or View.Final
                ? exact
                : ReleasedValues.Of(exact, settings.Columns, settings.Settings, isLadder
                    && exact[settings.Ranked.First] is { } value ? (settings.Ranked.First, value) : null);
            rows.Add(new StandingRow
            {
                Rank = null,
                Team = baseline.Set.Baseline,
                Submission = null,
                Values = values,
                ColumnRanks = new int?[values.Length],
                Gain = isLadder ? 0 : null,
            });
        }
        return rows;
    }

    private static long LastChange(IReadOnlyList<long> changes, long at)
    {
        int low = 0, high = changes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (changes[middle] <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? 0 : changes[low - 1];
    }
}
