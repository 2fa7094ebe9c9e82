using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Teams;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.WalkIn;

/// <summary>The board on the wall: the best submissions, baselines among them where they would stand. Which submissions a visitor sees,
/// the fold decides.</summary>
internal sealed class BestDesk(TeamNames names, Remarks remarks)
{
    public const int Most = 200;

    /// <summary>The rows of a board; null where the contest has none: every submission's value is shown, which is for walk-in
    /// contests.</summary>
    public IReadOnlyList<BestRow>? Rows(RunningContest contest, Phase phase, Visitor visitor, bool ofEachTeam)
    {
        if (contest.Challenge.SignIn != SignIn.WalkIn)
            return null;
        Audience audience = StandingsDesk.AudienceOf(contest, visitor);
        (IReadOnlyList<BestSubmission> best, StandingsTable table) = contest.Live.Ask(fold =>
            (fold.BestSubmissions(fold.Phase(phase.Name)!, audience, Most, ofEachTeam),
                fold.Provisional(fold.Phase(phase.Name)!, audience)));
        IReadOnlyDictionary<string, string> teams = names.Of(contest.Name), said = remarks.Of(best.Select(row => row.Submission));
        Words words = Words.Of(contest.Challenge);
        List<BestRow> rows =
        [
            .. best.Select(row => new BestRow(
                ofEachTeam ? row.Team : row.Submission, row.Place, teams.GetValueOrDefault(row.Team, words.Erased), row.Values,
                    said.GetValueOrDefault(row.Submission, ""), row.Team == audience.Team)),
        ];
        foreach (StandingRow baseline in table.Baselines)
            Insert(rows, new BestRow("b-" + baseline.Team, null, TitleOf(contest, baseline.Team), baseline.Values, "", IsOwn: false),
                table);
        return rows;
    }

    private static string TitleOf(RunningContest contest, string baseline) =>
        contest.Challenge.Baselines.FirstOrDefault(known => known.Name == baseline)?.Title ?? baseline;

    /// <summary>Behind all that are as good or better in the first column that ranks.</summary>
    private static void Insert(List<BestRow> rows, BestRow baseline, StandingsTable table)
    {
        int column = table.Columns.ToList().FindIndex(known => known.Name == table.Phase.Ranking.Columns.FirstOrDefault());
        if (column < 0 || baseline.Values[column] is not { } value)
        {
            rows.Add(baseline);
            return;
        }
        bool moreIsBetter = table.Columns[column].Direction == Direction.More;
        int behind = rows.FindLastIndex(row => row.Values[column] is { } other && (moreIsBetter ? other >= value : other <= value));
        rows.Insert(behind + 1, baseline);
    }
}
