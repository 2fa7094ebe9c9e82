using CsCheck;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Quotas;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>Quotas: two counters, and what is ours charges neither.</summary>
public class QuotaSpecs
{
    private static readonly int Logs = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1" ? 10_000 : 300;

    [Fact]
    public void What_failed_for_our_fault_charges_as_if_it_had_never_been()
    {
        Gen.Select(ContestStory.Random, Gen.Int[0, ContestStory.Teams - 1]).Sample(
            (story, team) =>
            {
                Contest plain = Applied(story, []);
                SubmissionAccepted lost =
                    new() { Submission = "lost", Team = $"t{team}", Phase = "raw", Content = Digest.Of("lost"), Bytes = 1, Format = "csv" };
                EvaluationRecorded fault = new() { Submission = "lost", Set = "live", Generation = 0, Outcome = Outcome.Fault };
                Contest given = Applied(story, [lost, fault, fault, fault, new Unsettled("lost")]);
                Contest refused = Applied(story, [lost, fault with { Outcome = Outcome.Refused }]);
                Contest scored = Applied(story, [lost, fault with { Outcome = Outcome.Scored }]);
                DateTimeOffset now = Samples.Start.AddHours(2);
                Allowance expected = QuotaFold.Of(plain, $"t{team}", "raw", now);
                Assert.Equal(expected, QuotaFold.Of(given, $"t{team}", "raw", now));
                Assert.Equal(expected, QuotaFold.Of(refused, $"t{team}", "raw", now));
                Allowance charged = QuotaFold.Of(scored, $"t{team}", "raw", now);
                Assert.Equal((expected.ScoredInTotal + 1, expected.AttemptedInTotal + 1),
                    (charged.ScoredInTotal, charged.AttemptedInTotal));
            },
            iter: Logs, threads: 1);
    }

    [Fact]
    public void The_counters_are_those_of_the_first_results()
    {
        ContestStory.Random.Sample(
            story =>
            {
                Contest contest = Applied(story, []);
                foreach (Team team in contest.Teams)
                {
                    List<Outcome?> outcomes =
                        [.. contest.Submissions.Where(s => s.Team == team.Id && s.Phase == "raw").Select(s => story.Told
                        .Select(told => told.Body).OfType<EvaluationRecorded>()
                        .FirstOrDefault(
                            e => e.Submission == s.Id && e.Generation == 0 && e.Set == "live" && e.Outcome != Outcome.Fault)?.Outcome)];
                    Allowance allowance = QuotaFold.Of(contest, team.Id, "raw", Samples.Start.AddDays(3));
                    int scored = outcomes.Count(outcome => outcome == Outcome.Scored);
                    int failed = outcomes.Count(outcome => outcome == Outcome.Failed);
                    Assert.InRange(allowance.ScoredInTotal, scored, scored + allowance.InFlight);
                    Assert.InRange(allowance.AttemptedInTotal, scored + failed, scored + failed + allowance.InFlight);
                    Assert.Equal((0, 0), (allowance.ScoredToday, allowance.AttemptedToday));
                }
            },
            iter: Logs, threads: 1);
    }

    [Fact]
    public void A_limit_refuses_in_words_and_says_when_it_is_free_again()
    {
        Contest contest = Applied(null, [.. Enumerable.Range(0, 3).SelectMany(i => (EntryBody[])
        [
            new SubmissionAccepted { Submission = $"s{i}", Team = "t0", Phase = "raw", Content = Digest.Of("x"), Bytes = 1,
                Format = "csv" },
            new EvaluationRecorded { Submission = $"s{i}", Set = "live", Generation = 0, Outcome = Outcome.Scored },
        ])]);
        Allowance today = QuotaFold.Of(contest, "t0", "raw", Samples.Start.AddHours(3));
        Assert.Equal("all 3 submissions of today are used", today.Refusal);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), today.FreeAgain);
        Assert.True(QuotaFold.Of(contest, "t0", "raw", Samples.Start.AddDays(1)).MayHandIn);
    }

    private static Contest Applied(ContestStory? story, IReadOnlyList<EntryBody> more)
    {
        story ??= ContestStory.Empty;
        Contest contest = new(story.Open);
        foreach (Entry entry in story.Log())
            contest.Apply(entry);
        foreach (EntryBody body in more)
            contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddHours(2), "random", "board", body, default, default));
        return contest;
    }
}
