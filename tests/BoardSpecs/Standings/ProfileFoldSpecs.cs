using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Profiles;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>What stands on a person's page of the contest of <see cref="RewardSpecs"/>.</summary>
public class ProfileFoldSpecs
{
    /// <summary>Who wrote the commits of which submissions: a1 all of t1's, a9 (who was in t4, then in t6) some of t4's.</summary>
    private static readonly Dictionary<string, string[]> Authors = new()
    {
        ["s1"] = ["a1"],
        ["s3"] = ["a1"],
        ["p1"] = ["a1"],
        ["f6"] = ["a1"],
        ["s6"] = ["a9", "a4"],
        ["s10"] = ["a9"],
        ["s2"] = ["nobody"],
    };

    [Fact]
    public void What_a_persons_commits_moved_are_the_steps_of_the_public_row_that_they_made()
    {
        RewardStory story = new();
        // By hand: 110, then 131; f6 and s10 made nothing better; in phase two 140 in three seconds was t1's first. t4 began with 60.
        Assert.Equal(
            ["s1 one: Score -110, CPU -1", "s3 one: Score 110-131", "p1 two: Score -140, CPU -3"],
            Moves(story.Told, story, "a1"));
        Assert.Equal(["s6 one: Score 60-155"], Moves(story.Told, story, "a9"));
        Assert.Equal(Moves(story.Told, story, "a9"), Moves(story.Told, story, "a4"));
        Assert.Empty(Moves(story.Told, story, "a2"));
    }

    [Fact]
    public void Under_a_freeze_what_came_after_it_moved_nothing_that_is_shown()
    {
        RewardStory story = new();
        var told = story.Told.ToList();
        int s3 = told.FindIndex(entry => entry.Body is SubmissionAccepted { Submission: "s3" });
        told.Insert(s3, (new Frozen("one", true), "organiser", told[s3].At));
        Assert.Equal(["s1 one: Score -110, CPU -1", "p1 two: Score -140, CPU -3"], Moves(told, story, "a1"));
        Assert.Empty(Moves(told, story, "a9"));
    }

    [Fact]
    public void A_log_alone_knows_the_authors_that_were_known_when_it_was_handed_in()
    {
        RewardStory story = new();
        IEnumerable<(EntryBody Body, string Actor, DateTimeOffset At)> told = story.Told.Select(entry =>
            entry.Body is SubmissionAccepted { Submission: "s3" } accepted
                ? (accepted with { Authors = ["a1"] }, entry.Actor, entry.At) : entry);
        Contest contest = RewardStory.WithLedger(told, story.Open);
        ProfileMove move = Assert.Single(ProfileFold.Of(contest, "rewards")["a1"].Moves!);
        Assert.Equal("s3", move.Submission);
    }

    private static string[] Moves(
        IEnumerable<(EntryBody Body, string Actor, DateTimeOffset At)> told, RewardStory story, string account)
    {
        Contest contest = RewardStory.WithLedger(told, story.Open);
        ProfileContest person = ProfileFold.Of(
            contest, "rewards", submission => Authors.GetValueOrDefault(submission.Id) ?? [])[account];
        return [.. (person.Moves ?? []).Select(move => $"{move.Submission} {move.Phase}: "
            + string.Join(", ", move.Columns.Select(column => $"{column.Column} {column.Before}-{column.After}")))];
    }
}
