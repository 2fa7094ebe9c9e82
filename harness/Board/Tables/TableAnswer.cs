using Evaluator.Board.Contests;
using Evaluator.Board.Shell;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Tables;

/// <summary>
/// What is said right after a table was taken: its score, the team's rank and how that changed. All of it out of the fold, for the team's
/// own eyes: a
/// ladder, a freeze and sealed parts hold here as everywhere.
/// </summary>
internal static class TableAnswer
{
    /// <param name="contest">The contest, with the submission in its log.</param>
    /// <param name="submission">The submission's id.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null where nothing of it is released.</returns>
    public static string? Say(RunningContest contest, string submission, DateTimeOffset now) => contest.Live.Ask(fold =>
    {
        if (fold.Submission(submission) is not { } known || fold.Phase(known.Phase) is not { } phase)
            return null;
        Audience team = Audience.Of(known.Team);
        if (fold.Show(known, team, now) is not { Values: { } values })
            return null;
        StandingsTable before = fold.Provisional(phase, team, known.Seq - 1), after = fold.Provisional(phase, team, null);
        Words words = Words.Of(contest.Challenge);
        string score = string.Join(", ", phase.Settings.Ranking.Columns.Select(column => Score(after.Columns, values, column, words)));
        return $"{score}. {Rank(before.RowOf(known.Team), after.RowOf(known.Team), after.Count, submission, words)}";
    });

    private static string Score(IReadOnlyList<Column> columns, IReadOnlyList<decimal?> values, string name, Words words)
    {
        int place = columns.ToList().FindIndex(column => column.Name == name);
        string shown = Figures.Shown(values[place], columns[place]) is { } worth ? $" ({worth})" : "";
        return $"{columns[place].Title}: {words.Figure(values[place], columns[place])}{shown}";
    }

    private static string Rank(StandingRow? before, StandingRow? after, int teams, string submission, Words words)
    {
        if (after?.Rank is not { } rank)
            return words.NotRanked;
        string change = words.Rank(rank, before?.Rank, teams);
        return before?.Rank is null || after.Submission == submission ? change : $"{change} {words.EarlierIsBetter}";
    }
}
