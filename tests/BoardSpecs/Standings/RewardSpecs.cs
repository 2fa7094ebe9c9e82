using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rewards;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>
/// A contest of three phases, six teams and sixty submissions, with all ten kinds of reward: an exploit is found (s7), its submission
/// ignored and a new
/// phase opened; a rejudge lowers a score (s6) and another raises it back. The ledger was computed by hand.
/// </summary>
public class RewardSpecs
{
    /// <summary>"award team points" of all that stands in the end.</summary>
    private static readonly string[] ByHand =
    [
        // Over the best before, 100 at first: 110, 125, (131: t1 was paid that day), 155, 170 (200 was ignored), 180.
        "better/submission/s1 t1 10", "better/submission/s2 t2 15", "better/submission/s6 t4 24", "better/submission/s8 t5 15",
            "better/submission/s9 t6 10",
        // The first at 150 is s6; each team's first at 120 (s4 has the bytes of s2, so t3 is paid for s5).
        "first-150/once t4 50",
        "team-120/team/t1 t1 10", "team-120/team/t2 t2 10", "team-120/team/t3 t3 10", "team-120/team/t4 t4 10", "team-120/team/t5 t5 10",
            "team-120/team/t6 t6 10",
        // Half of 155 - 131. (s5 gained 1 over s2: half a point is none; t6 has had a member of t4, so s9 pays nothing for s6; s10 is
        // t4's second child of t1's work that day; s12 and s13 are s10 again; s14 stands on a copy of s2, which is nobody's work.)
        "reuse/child/s6/s3 t1 12",
        // p0 is not attested, p1 is; p0 failed on the small machine, p5 is a tenth short; p2 was slow the second time.
        "single/once t1 20", "small/team/t1 t1 25", "small/team/t3 t3 25", "fast/once t3 15",
        // 165 stands on p3, and that on p1: a third of 60 each. It names p6 too: t5's copy of p3.
        "together/together/t1 t1 20", "together/together/t3 t3 20", "together/together/t6 t6 20",
        // 130 twice, then 120: two firsts share 40, there is no second, the third gets 10. (q7 is q2 and q5 predicts what q1 did; t3
        // chose q8, its own q3 again.)
        "rank-1/rank/1/t2 t2 20", "rank-1/rank/1/t3 t3 20", "rank-3/rank/3/t1 t1 10",
        // When q2 came to 130, t1 and t2 were above the baseline; t5 by a copy, and t6 was just at it.
        "everybody/together/t1 t1 30", "everybody/together/t2 t2 30",
        "grant t5 7",
    ];

    /// <summary>What stood for a while: "award team points".</summary>
    private static readonly string[] ReversedByHand =
    [
        "reuse/child/s7/s2 t2 20",
        "first-150/once t4 50", "better/submission/s6 t4 24", "better/submission/s8 t5 15", "reuse/child/s6/s3 t1 12",
        "first-150/once t5 50", "better/submission/s6 t4 9", "better/submission/s8 t5 30", "reuse/child/s6/s3 t1 4",
    ];

    [Fact]
    public void A_submission_that_reached_what_a_rule_asks_for_is_run_once_more_as_long_as_it_may_be_the_one_that_is_paid()
    {
        RewardStory story = new();
        // By hand: t2 and t6 were never run small; p0 was fast and never run again, before p3, which held.
        Assert.Equal(["p0 again", "p2 small", "p4 small"], RunsDue(RewardStory.WithLedger(story.Told, story.Open)));
        // Nothing was run apart yet: all at 130 want the small machine; all but p1, which took three seconds, a second run.
        Assert.Equal(
            ["p0 again", "p0 small", "p1 small", "p2 again", "p2 small", "p3 again", "p3 small", "p4 again", "p4 small", "p5 again",
                "p5 small"],
            RunsDue(RewardStory.WithLedger(
                story.Told.Where(entry => entry.Body is not EvaluationRecorded { Profile: not null }), story.Open)));
    }

    private static IEnumerable<string> RunsDue(Contest contest) =>
        RewardFold.RunsDue(contest).Select(run => $"{run.Submission} {run.Profile}").Order(StringComparer.Ordinal);

    [Fact]
    public void The_ledger_is_the_one_computed_by_hand()
    {
        RewardStory story = new();
        Assert.Equal((3, 6, 60), (story.Phases, story.Teams, story.Submissions));
        Assert.Equal(10, story.Kinds);
        Contest contest = RewardStory.WithLedger(story.Told, story.Open);
        Assert.Equal(ByHand.Order(StringComparer.Ordinal), Standing(contest));
        Assert.Equal(ReversedByHand.Order(StringComparer.Ordinal),
            contest.Rewards.Ledger.Where(entry => entry.ReversedBy is not null).Select(Said).Order(StringComparer.Ordinal));
        Assert.Equal(
            new Dictionary<string, int> { ["t1"] = 137, ["t2"] = 75, ["t3"] = 90, ["t4"] = 84, ["t5"] = 32, ["t6"] = 40 },
                RewardFold.PointsByTeam(contest));
        // What they are paid for: s4 and s13 only repeat s2 and s10.
        Assert.Equal(["s5", "s8"], contest.Rewards.Ledger
            .Where(entry => entry.ReversedBy is null && entry.Award?.Id is "team-120/team/t3" or "team-120/team/t5")
            .Select(entry => entry.Award!.Submission));
        Assert.Empty(contest.Problems);
    }

    [Fact]
    public void Folding_twice_adds_nothing()
    {
        RewardStory story = new();
        Contest contest = RewardStory.WithLedger(story.Told, story.Open);
        Assert.Empty(RewardFold.Missing(contest));
        Assert.NotEmpty(RewardFold.Due(contest));
    }

    [Fact]
    public void Results_in_any_order_pay_the_same_and_the_queue_decides_nothing()
    {
        RewardStory story = new();
        int reversals = 0;
        for (int seed = 1; seed <= 40; seed++)
        {
            (Contest contest, IReadOnlyList<Entry> log) = RewardStory.Written(story.WithResultsMoved(seed), story.Open);
            Assert.Equal(ByHand.Order(StringComparer.Ordinal), Standing(contest));
            Assert.Empty(RewardFold.Missing(contest));
            reversals += Reversals(log);
        }
        Assert.True(reversals > 40, $"{reversals} reversals in 40 orders prove too little");
    }

    /// <summary>Reads the entries alone: no award is written while it stands, and what is taken back stood.</summary>
    private static int Reversals(IReadOnlyList<Entry> log)
    {
        Dictionary<long, string> standing = [];
        foreach (Entry entry in log)
        {
            if (entry.Body is Award award)
            {
                Assert.DoesNotContain(award.Id, standing.Values);
                standing.Add(entry.Seq, award.Id);
            }
            else if (entry.Body is Reversal reversal)
                Assert.True(standing.Remove(reversal.Of), $"entry {entry.Seq} takes back entry {reversal.Of}, where no award stands");
        }
        return log.Count(entry => entry.Body is Reversal);
    }

    [Fact]
    public void A_freeze_withholds_rewards_until_it_ends()
    {
        RewardStory story = new();
        List<EntryBody> frozen = [.. story.Told.Select(told => told.Body)];
        int s6 = frozen.FindIndex(body => body is SubmissionAccepted { Submission: "s6" });
        var told = story.Told.ToList();
        told.Insert(s6, (new Frozen("one", true), "organiser", told[s6].At));
        Contest contest = RewardStory.WithLedger(told, story.Open);
        Assert.DoesNotContain(contest.Rewards.Ledger, entry => entry.Award?.Submission is "s6" or "s8" or "s9");
        // The ledger is public: it rests, whatever happens to submissions of before the freeze.
        Ignored takenOut = new(contest.Rewards.Ledger[0].Award!.Submission, null, Digest.Of("why"));
        var later = told.Append((takenOut, "organiser", told[^1].At)).ToList();
        Assert.Equal(Standing(contest), Standing(RewardStory.WithLedger(later, story.Open)));
        Contest thawed = RewardStory.WithLedger([.. later, (new Frozen("one", false), "organiser", told[^1].At)], story.Open);
        Assert.Contains(thawed.Rewards.Ledger, entry => entry.Award?.Submission == takenOut.Submission && entry.ReversedBy is not null);
        Contest published = RewardStory.WithLedger([.. told, (new Published("one", true), "organiser", told[^1].At)], story.Open);
        Assert.Equal(ByHand.Order(StringComparer.Ordinal), Standing(published));
    }

    [Fact]
    public void A_changed_rule_is_valid_for_later_submissions_only()
    {
        RewardStory story = new();
        var told = story.Told.ToList();
        int s8 = told.FindIndex(entry => entry.Body is SubmissionAccepted { Submission: "s8" });
        RewardRule team = told.Select(entry => entry.Body).OfType<RuleSet>().Single(set => set.Rule.Name == "team-120").Rule;
        told.Insert(s8, (new RuleSet(team with { Amount = 99 }, false), "organiser", told[s8].At));
        Contest contest = RewardStory.WithLedger(told, story.Open);
        Assert.Equal(
            ["team-120/team/t1 t1 10", "team-120/team/t2 t2 10", "team-120/team/t3 t3 10", "team-120/team/t4 t4 10",
                "team-120/team/t5 t5 99", "team-120/team/t6 t6 99"],
            Standing(contest).Where(said => said.StartsWith("team-120", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_award_stands_on_the_profile_of_those_who_were_members_then()
    {
        RewardStory story = new();
        Contest contest = RewardStory.WithLedger(story.Told, story.Open);
        LedgerEntry first = contest.Rewards.Ledger.First(entry => entry.Award?.Id == "first-150/once" && entry.ReversedBy is null);
        Assert.Equal(["a4", "a9"], first.Members);
        Assert.Equal(["a4"], contest.Team("t4")!.Members);
    }

    [Fact]
    public void A_phase_that_asks_for_a_score_in_the_one_before_looks_at_what_is_released()
    {
        RewardStory story = new();
        Contest contest = RewardStory.WithLedger(story.Told, story.Open);
        ContestPhase two = contest.Phase("two")!;
        Assert.Null(GateCheck.Refusal(contest, "t1", two));
        contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddDays(30), "reward", "a7", new TeamMade("t7", default), default, default));
        const string refused = "this phase is open to teams above the baseline of one";
        Assert.Equal(refused, GateCheck.Refusal(contest, "t7", two));
        // A tenth below the baseline, at it, and the smallest step above it.
        foreach ((decimal score, string? refusal) in new (decimal, string?)[] { (99.9m, refused), (100, refused), (100.1m, null) })
        {
            foreach (EntryBody body in story.Handed($"g{score}", "t7", "one", score))
                contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddDays(30), "reward", "a7", body, default, default));
            Assert.Equal(refusal, GateCheck.Refusal(contest, "t7", two));
        }
    }

    private static IEnumerable<string> Standing(Contest contest) =>
        contest.Rewards.Ledger.Where(entry => entry.ReversedBy is null).Select(Said).Order(StringComparer.Ordinal);

    private static string Said(LedgerEntry entry) => $"{entry.Award?.Id ?? "grant"} {entry.Team} {entry.Points}";
}
