using CsCheck;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>What must hold for any log: some hundreds of random ones here, 10,000 in the soak (EVALUATOR_SOAK=1).</summary>
public class FoldPropertiesSpecs
{
    private static readonly int Logs = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1" ? 10_000 : 300;

    [Fact]
    public void Rebuilding_gives_what_the_increments_gave()
    {
        ContestStory.Random.Sample(
            story =>
            {
                Contest increments = new(story.Open);
                foreach (Entry entry in story.Log())
                {
                    increments.Apply(entry);
                    _ = StandingsText.Of(increments);
                }
                return StandingsText.Of(increments) == StandingsText.Of(Rebuilt(story));
            },
            iter: Logs, threads: 1);
    }

    [Fact]
    public void The_standings_of_a_moment_are_what_was_shown_at_that_moment()
    {
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = new(story.Open);
                List<string> shown = [];
                foreach (Entry entry in story.Log())
                {
                    contest.Apply(entry);
                    shown.Add(StandingsText.Of(contest));
                }
                for (int seq = 4; seq <= shown.Count; seq++)
                    Assert.Equal(shown[seq - 1], StandingsText.Of(contest, seq));
            },
            iter: Logs, threads: 1);
    }

    [Fact]
    public void The_order_in_which_results_arrive_changes_nothing()
    {
        Gen.Select(ContestStory.Random, Gen.Int).Sample(
            (story, seed) => Assert.Equal(
                StandingsText.Of(Rebuilt(story), null, withMovement: false),
                StandingsText.Of(Rebuilt(story, story.WithResultsMoved(seed)), null, withMovement: false)),
            iter: Logs, threads: 1);
    }

    [Fact]
    public void The_standings_are_those_of_the_plain_rules()
    {
        ContestStory.Random.Sample(
            story =>
            {
                IReadOnlyList<Entry> log = story.Log();
                Contest contest = Rebuilt(story, log);
                ReferenceStandings reference = new(log, story.Open);
                foreach (ContestPhase phase in contest.Phases)
                {
                    Assert.Equal(reference.Rows(phase.Name, "exact"), Said(contest.Provisional(phase, Audience.Organiser)));
                    Assert.Equal(reference.Rows(phase.Name, "public"), Said(contest.Provisional(phase, Audience.Public)));
                    Assert.Equal(reference.Rows(phase.Name, "final"), Said(contest.Final(phase, Audience.Organiser)!));
                    Assert.Empty(contest.Problems);
                }
            },
            iter: Logs, threads: 1);
    }

    [Fact]
    public void A_failed_submission_is_never_ranked()
    {
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = new(story.Open);
                foreach (Entry entry in story.Log())
                {
                    contest.Apply(entry);
                    foreach (StandingRow row in contest.Phases.SelectMany(
                        phase => contest.Provisional(phase, Audience.Organiser).All().Concat(contest.Released(phase).All())))
                    {
                        Submission submission = contest.Submission(row.Submission!)!;
                        Assert.Equal(Outcome.Scored, submission.Result!.Recorded.Outcome);
                        Assert.True(submission.Counts && row.Values[0] is not null);
                    }
                }
            },
            iter: Logs, threads: 1);
    }

    private static IEnumerable<string> Said(StandingsTable table) => table.All().Select(row => $"{row.Rank} {row.Team} {row.Submission}");

    private static Contest Rebuilt(ContestStory story, IReadOnlyList<Entry>? log = null)
    {
        Contest contest = new(story.Open);
        foreach (Entry entry in log ?? story.Log())
            contest.Apply(entry);
        return contest;
    }
}
