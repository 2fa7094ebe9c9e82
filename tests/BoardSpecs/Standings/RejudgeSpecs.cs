using CsCheck;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rejudging;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>A rejudge set: invisible until applied, and its preview is what applying it does.</summary>
public class RejudgeSpecs
{
    private static readonly int Logs = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1" ? 10_000 : 300;

    [Fact]
    public void A_preview_is_what_applying_the_set_brings()
    {
        int changes = 0;
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = new(story.Open);
                foreach (Entry entry in story.Log())
                    contest.Apply(entry);
                string[] all = [.. contest.Submissions.Select(submission => submission.Id)];
                ContestPhase raw = contest.Phase("raw")!;
                StandingsTable before = contest.Provisional(raw, Audience.Organiser);
                IReadOnlyList<RankChange> preview = contest.Preview(raw, all, 1);
                contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddDays(1), "random", "board",
                    new RejudgeApplied("j", 1, all, Digest.Of("why")), default, default));
                StandingsTable after = contest.Provisional(raw, Audience.Organiser);
                foreach (RankChange change in preview)
                {
                    Assert.Equal((before.RowOf(change.Team)?.Rank, after.RowOf(change.Team)?.Rank), (change.RankBefore, change.RankAfter));
                    Assert.Equal(after.RowOf(change.Team)?.Submission, change.SubmissionAfter);
                }
                IEnumerable<string> changed = contest.Teams.Select(team => team.Id)
                    .Where(team => before.RowOf(team)?.Rank != after.RowOf(team)?.Rank
                        || before.RowOf(team)?.Submission != after.RowOf(team)?.Submission);
                Assert.Empty(changed.Except(preview.Select(change => change.Team)));
                changes += preview.Count;
            },
            iter: Logs, threads: 1);
        Assert.True(changes > Logs / 10, $"only {changes} changes were seen: the logs prove nothing");
    }

    [Fact]
    public void A_third_choice_is_refused_and_so_is_another_teams_submission()
    {
        ContestStory story = ContestStory.Empty;
        Contest contest = new(story.Open);
        foreach (Entry entry in story.Log())
            contest.Apply(entry);
        foreach ((string id, string team) in ((string, string)[])[("s1", "t0"), ("s2", "t0"), ("s3", "t0"), ("s4", "t1")])
        {
            contest.Apply(new Entry(contest.Seq + 1, Samples.Start, "random", "a0", new SubmissionAccepted
            {
                Submission = id,
                Team = team,
                Phase = "raw",
                Content = Digest.Of(id),
                Bytes = 1,
                Format = "csv",
            }, default, default));
        }
        Assert.Null(FinalChoice.Refusal(contest, "t0", "raw", ["s1", "s3"], Samples.Start));
        Assert.Equal("3 submissions are chosen; 2 at most may count",
            FinalChoice.Refusal(contest, "t0", "raw", ["s1", "s2", "s3"], Samples.Start));
        Assert.Equal("s4 is no submission of yours in this phase", FinalChoice.Refusal(contest, "t0", "raw", ["s4"], Samples.Start));
        Assert.StartsWith("the phase has closed", FinalChoice.Refusal(contest, "t0", "raw", ["s1"], Samples.Start.AddDays(1)),
            StringComparison.Ordinal);
    }
}
