using Evaluator.Challenges;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>
/// Whether a team may enter a phase that asks for a score in another one. It looks at what is released to the team, never at hidden values.
/// </summary>
public static class GateCheck
{
    /// <returns>Why the team may not hand in, in its own words; null where it may.</returns>
    public static string? Refusal(Contest contest, string team, ContestPhase phase)
    {
        if (phase.Settings.Gate is not { } gate || contest.Phase(gate.Phase) is not { } other)
            return null;
        StandingsTable table = contest.Provisional(other, Audience.Of(team));
        int column = gate.Column is { } name ? other.Columns.PlaceOf(name) : other.Ranked.First;
        if (column < 0)
            return null;
        bool lessIsBetter = other.Columns.All[column].Direction == Direction.Less;
        decimal? value = table.RowOf(team)?.Values[column];
        if (gate.AtLeast is { } bound)
        {
            return value is not null && RankedColumns.Compare(value, bound, lessIsBetter) <= 0
                ? null
                : $"this phase is open to teams with {other.Columns.All[column].Title} of {bound} or better in {other.Settings.Title}";
        }
        decimal? baseline = table.Baselines.FirstOrDefault(row => row.Team == other.StartBaseline)?.Values[column];
        return value is not null && (baseline is null || RankedColumns.Compare(value, baseline, lessIsBetter) < 0)
            ? null
            : $"this phase is open to teams above the baseline of {other.Settings.Title}";
    }
}
