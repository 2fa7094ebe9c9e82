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

    /// <summary>Random logs; where what is to be proven happens in few of them, as many more as it takes.</summary>
    private static void SampleUntil(Func<bool> isProven, Action<ContestStory> holds)
    {
        const int MostTimes = 50;
        for (int time = 0; time == 0 || !isProven(); time++)
        {
            Assert.True(time < MostTimes, $"{MostTimes * Logs} logs are too short to prove anything");
            ContestStory.Random.Sample(holds, iter: Logs, threads: 1);
        }
    }

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

    /// <summary>An entry that an audience may not have yet is now, whichever it is.</summary>
    [Fact]
    public void What_an_audience_is_shown_is_shown_for_that_moment_later_too_and_what_it_may_not_know_of_is_now()
    {
        int past = 0, hidden = 0, afterUnpublishing = 0;
        SampleUntil(() => past > 0 && hidden > 0 && afterUnpublishing > 0,
            story =>
            {
                Contest contest = new(story.Open);
                Dictionary<(string, Audience, long), string> shown = [];
                foreach (Entry entry in story.Log())
                {
                    contest.Apply(entry);
                    foreach (ContestPhase phase in contest.Phases)
                        foreach (Audience audience in (Audience[])[Audience.Public, Audience.Of("t0"), Audience.Organiser])
                            shown[(phase.Name, audience, entry.Seq)] = StandingsText.Of(contest.Standings(phase, audience));
                }
                foreach (((string name, Audience audience, long seq), string then) in shown)
                {
                    ContestPhase phase = contest.Phase(name)!;
                    bool isPast = seq <= contest.LastFor(audience);
                    string now = shown[(name, audience, contest.Seq)];
                    Assert.Equal(isPast ? then : now, StandingsText.Of(contest.Standings(phase, audience, seq)));
                    past += isPast && then != now ? 1 : 0;
                    hidden += isPast ? 0 : 1;
                    afterUnpublishing += isPast && !phase.IsPublished && then.Contains("final True", StringComparison.Ordinal) ? 1 : 0;
                }
            });
    }

    [Fact]
    public void Nothing_that_happens_behind_a_freeze_changes_what_everybody_sees()
    {
        int happened = 0;
        SampleUntil(() => happened > Logs,
            story =>
            {
                Contest contest = new(story.Open);
                Dictionary<string, string> frozen = [];
                foreach (Entry entry in story.Log())
                {
                    contest.Apply(entry);
                    foreach (ContestPhase phase in contest.Phases)
                    {
                        string shown = StandingsText.Of(contest.Standings(phase, Audience.Public)) + string.Join(' ', Seen(contest, phase));
                        // What organisers set, the freeze itself and its end among it, may show.
                        if (!phase.IsFrozen || entry.Body is PhaseSet or Frozen or Published
                            || !frozen.TryGetValue(phase.Name, out string? before))
                            frozen[phase.Name] = shown;
                        else
                        {
                            Assert.Equal(before, shown);
                            happened += entry.Body is Withdrawn or Ignored or Reinstated or RejudgeApplied or EvaluationRecorded ? 1 : 0;
                        }
                        if (!phase.IsFrozen)
                            frozen.Remove(phase.Name);
                    }
                }
            });
    }

    /// <summary>What the pages beside the standings show to everybody.</summary>
    private static IEnumerable<string> Seen(Contest contest, ContestPhase phase) =>
    [
        .. Enumerable.Range(0, ContestStory.Teams).SelectMany(team => contest.Progress(phase, $"t{team}", Audience.Public))
            .Select(step => $"{step}{string.Join(' ', step.Values)}"),
        .. contest.BestSubmissions(phase, Audience.Public, 200, ofEachTeam: false)
            .Select(best => $"{best.Submission}{string.Join(' ', best.Values)}"),
        .. contest.BestWithin(phase, "other", []).Select(row => StandingsText.Line(row, withMovement: false)),
    ];

    /// <summary>But for what a freeze shows: results that came before it.</summary>
    [Fact]
    public void The_order_in_which_results_arrive_changes_nothing()
    {
        Gen.Select(ContestStory.Random, Gen.Int).Sample(
            (story, seed) => Assert.Equal(
                StandingsText.Of(Rebuilt(story), null, withMovement: false, withFrozen: false),
                StandingsText.Of(Rebuilt(story, story.WithResultsMoved(seed)), null, withMovement: false, withFrozen: false)),
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

    /// <summary>A frozen table shows what was so before the freeze: that a submission counts and is scored, it was then.</summary>
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
                        phase => contest.Provisional(phase, Audience.Organiser).All()
                            .Concat(phase.IsFrozen ? [] : contest.Released(phase).All())))
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
