using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>What rules and filters may read of a submission: released values, the same that everybody sees.</summary>
public sealed partial class Contest
{
    /// <summary>
    /// The released value of a submission in a column; null where none is released. Under a ladder that is an improvement's value on the
    /// grid, and
    /// nothing for all others.
    /// </summary>
    /// <param name="column">The column's place.</param>
    /// <param name="profile">A separate run; null for the evaluation itself.</param>
    internal decimal? ValueForRules(Submission submission, int column, string? profile = null)
    {
        ContestPhase phase = submission.Entrant.Phase;
        if (column < 0 || submission.Counted(submission.Set, profile)?.Values is not { } exact)
            return null;
        if (phase.Settings.Release == Release.Raw)
            return ReleasedValues.Of(exact, phase.Columns, phase.Settings, null)[column];
        (decimal?[]? values, bool? isImprovement, _) = Released(submission, long.MaxValue);
        if (isImprovement != true || phase.LadderStart is not { } start)
            return null;
        if (profile is null)
            return values?[column];
        int first = phase.Ranked.First;
        decimal? onGrid = exact[first] is { } value
            ? Rounding.ToDigits(start.Released(start.StepsOf((double)value)), phase.Columns.All[first].Decimals) : null;
        return ReleasedValues.Of(exact, phase.Columns, phase.Settings, onGrid is { } known ? (first, known) : null)[column];
    }

    /// <summary>
    /// The best of each team by one column, of those that keep limits in others: "fastest with an accuracy of at least 0.9". Released
    /// values
    /// alone; under a ladder a team has one row, and it keeps the limits or not.
    /// </summary>
    /// <param name="by">The column that ranks.</param>
    /// <param name="limits">Columns with the worst value that is let in.</param>
    public IReadOnlyList<StandingRow> BestWithin(ContestPhase phase, string by, IReadOnlyList<(string Column, decimal Worst)> limits)
    {
        int place = phase.Columns.PlaceOf(by);
        if (place < 0)
            return [];
        RankedColumns ranked = new(phase.Columns, new Ranking(RankingRule.InOrder, [by]));
        List<TableRow> kept = [];
        foreach (Entrant entrant in phase.Entrants.Values)
        {
            BestRow? best = null;
            foreach (BestRow candidate in rows.Candidates(entrant, View.Public))
            {
                if (candidate.Values[place] is not null && limits.All(limit => Keeps(phase, candidate.Values, limit.Column, limit.Worst))
                    && (best is null || ranked.Compare(candidate.Values, best.Values) < 0))
                    best = candidate;
            }
            if (best is not null && entrant.TableRowAt(View.Public, long.MaxValue, long.MaxValue, phase.VisibleBefore) is { } row)
                kept.Add(row with
                {
                    Submission = best.Submission.Id,
                    SubmissionSeq = best.Submission.Seq,
                    Values = best.Values,
                    Gain = best.Gain
                });
        }
        StandingsTable table = Provisional(phase, Audience.Public);
        return Copy(table, RowOrder.Of(kept, ranked, phase.Columns), null, new Dictionary<string, TableRow?>()).All();
    }

    private static bool Keeps(ContestPhase phase, decimal?[] values, string column, decimal worst)
    {
        int place = phase.Columns.PlaceOf(column);
        return place >= 0 && values[place] is { } value
            && RankedColumns.Compare(value, worst, phase.Columns.All[place].Direction == Direction.Less) <= 0;
    }
}
