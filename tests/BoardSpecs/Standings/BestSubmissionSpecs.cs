using CsCheck;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>The list of the best submissions, held against the standings on random contests.</summary>
public class BestSubmissionSpecs
{
    [Fact]
    public void The_best_of_each_team_are_the_rows_of_the_standings() => ContestStory.Random.Sample(story =>
    {
        (Contest contest, ContestPhase phase) = Told(story);
        foreach (Audience audience in (Audience[])[Audience.Public, Audience.Organiser])
        {
            StandingsTable table = contest.Provisional(phase, audience);
            IReadOnlyList<BestSubmission> best = contest.BestSubmissions(phase, audience, 200, ofEachTeam: true);
            Assert.Equal(table.All().Select(row => row.Submission).Order(), best.Select(row => (string?)row.Submission).Order());
            Assert.Equal(Enumerable.Range(1, best.Count), best.Select(row => row.Place));
        }
    }, iter: 500);

    [Fact]
    public void All_submissions_stand_in_the_order_of_their_values_and_equal_ones_in_the_order_of_the_log() =>
    ContestStory.Random.Sample(story =>
    {
        (Contest contest, ContestPhase phase) = Told(story);
        IReadOnlyList<BestSubmission> best = contest.BestSubmissions(phase, Audience.Organiser, int.MaxValue, ofEachTeam: false);
        IOrderedEnumerable<BestSubmission> expected = best.OrderBy(_ => 0);
        foreach (string name in phase.Settings.Ranking.Columns)
        {
            int column = contest.Settings!.Columns.ToList().FindIndex(one => one.Name == name);
            bool less = contest.Settings.Columns[column].Direction == Direction.Less;
            expected = expected.ThenBy(row => less ? row.Values[column] : -row.Values[column]);
        }
        Assert.Equal(expected.ThenBy(row => contest.Submission(row.Submission)!.Seq).Select(row => row.Submission),
            best.Select(row => row.Submission));
        Assert.Equal(contest.Submissions.Count(one => one.Phase == phase.Name && one.Counts && one.Result?.Values is not null), best.Count);
        Assert.Equal(best.Take(3), contest.BestSubmissions(phase, Audience.Organiser, 3, ofEachTeam: false));
    }, iter: 500);

    [Fact]
    public void A_ladder_shows_no_single_submission_to_competitors() => ContestStory.Random.Sample(story =>
    {
        (Contest contest, _) = Told(story);
        Assert.Empty(contest.BestSubmissions(contest.Phase("ladder")!, Audience.Public, 200, ofEachTeam: false));
        Assert.Empty(contest.BestSubmissions(contest.Phase("ladder")!, Audience.Of("t0"), 200, ofEachTeam: true));
    }, iter: 100);

    private static (Contest Contest, ContestPhase Phase) Told(ContestStory story)
    {
        Contest contest = new(story.Open);
        foreach (Entry entry in story.Log())
            contest.Apply(entry);
        return (contest, contest.Phases.First(phase => phase.Settings.Release == Release.Raw));
    }
}
