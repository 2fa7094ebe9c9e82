using System.Globalization;
using System.Text;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>All that a contest shows to everybody, as a text to compare.</summary>
internal static class StandingsText
{
    private static readonly Audience[] Competitors =
        [Audience.Public, .. Enumerable.Range(0, ContestStory.Teams).Select(i => Audience.Of($"t{i}"))];

    /// <param name="withMovement">Movement depends on what changed last, and so on the order of results.</param>
    /// <param name="withFrozen">What a freeze shows to competitors depends on which results came before it.</param>
    public static string Of(Contest contest, long? at = null, bool withMovement = true, bool withFrozen = true)
    {
        StringBuilder text = new();
        foreach (ContestPhase phase in contest.Phases.Where(phase => at is null || phase.Submissions.Count == 0 || contest.Seq >= at))
        {
            foreach (Audience audience in (Audience[])[Audience.Organiser, .. withFrozen || !phase.IsFrozen ? Competitors : []])
            {
                Append(text, contest.Provisional(phase, audience, at), withMovement);
                Append(text, contest.Final(phase, audience, at), withMovement);
            }
        }
        return text.ToString();
    }

    /// <summary>What one audience sees of one phase, for a comparison of what was shown.</summary>
    public static string Of(StandingsTable table, bool withMovement = true)
    {
        StringBuilder text = new();
        Append(text, table, withMovement);
        return text.ToString();
    }

    private static void Append(StringBuilder text, StandingsTable? table, bool withMovement)
    {
        if (table is null)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{table.Phase.Name} {table.Audience} final {table.IsFinal} frozen {table.IsFrozen}\n");
        foreach (StandingRow row in table.All())
            text.Append(Line(row, withMovement)).Append('\n');
    }

    public static string Line(StandingRow row, bool withMovement) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Rank} {row.Team} {row.Submission} [{string.Join(' ', row.Values)}] [{string.Join(' ', row.ColumnRanks)}] {row.Gain} "
            + $"{row.MeanRank} {row.Entries} {row.Last:T} {(withMovement ? row.RankBefore : 0)}");
}
