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
    public void Taking_a_set_back_brings_what_was_before_and_its_preview_says_so()
    {
        int changes = 0;
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = new(story.Open);
                foreach (Entry entry in story.Log())
                    contest.Apply(entry);
                string[] all = [.. contest.Submissions.Select(submission => submission.Id)];
                string before = StandingsText.Of(contest, withMovement: false);
                IReadOnlyList<RankChange> there = contest.Preview(contest.Phase("raw")!, all, 2);
                Tell(contest, new RejudgeApplied("of-the-spec", 2, all, Digest.Of("why")));
                string applied = StandingsText.Of(contest, withMovement: false);
                IReadOnlyList<RankChange> back = contest.PreviewWithout(contest.Phase("raw")!, all, "of-the-spec", 2);
                Assert.Equal(there.Select(change => (change.Team, change.RankBefore, change.RankAfter)).Order(),
                    back.Select(change => (change.Team, change.RankAfter, change.RankBefore)).Order());
                Tell(contest, new RejudgeApplied("of-the-spec", 2, all, Digest.Of("it was right"), Holds: false));
                Assert.Equal(before, StandingsText.Of(contest, withMovement: false));
                Tell(contest, new RejudgeApplied("of-the-spec", 2, all, Digest.Of("it was not")));
                Assert.Equal(applied, StandingsText.Of(contest, withMovement: false));
                changes += back.Count;
            },
            iter: Logs, threads: 1);
        Assert.True(changes > Logs / 10, $"only {changes} changes were seen: the logs prove nothing");
    }

    /// <summary>Boards that could not take a set back wrote no <c>holds</c>; of such entries the highest generation counts.</summary>
    [Fact]
    public void In_an_old_log_the_highest_generation_counts_whatever_came_last()
    {
        ContestStory story = ContestStory.Empty;
        Contest contest = new(story.Open);
        foreach (Entry entry in story.Log())
            contest.Apply(entry);
        Tell(contest, new SubmissionAccepted
        {
            Submission = "s1",
            Team = "t0",
            Phase = "raw",
            Content = Digest.Of("s1"),
            Bytes = 1,
            Format = "csv",
        });
        RejudgeApplied second = (RejudgeApplied)EntryText.Read(EntryText.Write(
            new Entry(1, Samples.Start, "random", "board", new RejudgeApplied("j2", 2, ["s1"], Digest.Of("why")), default, default))).Body;
        Assert.Null(second.Holds);
        Tell(contest, second);
        Tell(contest, new RejudgeApplied("j1", 1, ["s1"], Digest.Of("why")));
        Assert.Equal(2, contest.Submission("s1")!.AppliedGeneration);
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

    private static void Tell(Contest contest, EntryBody body) =>
        contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddDays(1), "random", "board", body, default, default));
}
