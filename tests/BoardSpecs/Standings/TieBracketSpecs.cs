using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Specs;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>Which neighbours in the standings may stand as they do by chance, how far ranks may move by it, and who may know.</summary>
public class TieBracketSpecs
{
    private const int Cases = 60;

    private static readonly string[] CaseNames = [.. Enumerable.Range(10, Cases).Select(i => $"c{i}")];

    [Fact]
    public void Neighbours_that_differ_by_chance_share_a_bracket_and_others_do_not()
    {
        double[] best = Scores(1, 140), second = Scores(2, 100), third = Nudged(second, 3), last = Scores(4, 60);
        TieBrackets brackets = TieBrackets.Of(CaseNames, [best, second, third, last]);
        Assert.Equal([1, 2, 2, 3], brackets.Numbers);
        PairedDifference alone = PairedDifference.Of(CaseNames, third, second);
        Assert.Equal(alone.PValue, brackets.Neighbours[1].Difference.PValue);    // what `compare` says of the two
        Assert.Equal(Holm.Adjusted([.. brackets.Neighbours.Select(pair => pair.Difference.PValue)]),
            brackets.Neighbours.Select(pair => pair.AdjustedPValue));
        Assert.Equal([1, 1], TieBrackets.Of(CaseNames, [best, best]).Numbers);
        Assert.Equal([1], TieBrackets.Of(CaseNames, [best]).Numbers);
        Assert.Empty(TieBrackets.Of(CaseNames, []).Numbers);
    }

    [Fact]
    public void The_band_is_narrow_where_teams_differ_and_wide_where_they_are_alike()
    {
        double[][] apart = [.. Enumerable.Range(0, 10).Select(team => Scores(team, 1000 - 90 * team))];
        double[][] alike = [.. Enumerable.Range(0, 10).Select(team => Scores(100 + team, 500))];
        ForEvery.In(RankBand.Of(apart, apart, lessIsBetter: false, draws: 300).ByRank.Index(),
            rank => Assert.Equal((rank.Index + 1, rank.Index + 1), rank.Item));
        RankBand wide = RankBand.Of(alike, alike, lessIsBetter: false, draws: 300);
        ForEvery.In(wide.ByRank, rank => Assert.True(rank.High - rank.Low >= 5, $"{rank}"));
        Assert.Equal(wide.ByRank, RankBand.Of(alike, alike, lessIsBetter: false, draws: 300).ByRank);    // the seed is published
        double[][] upside = [.. apart.Reverse()];
        Assert.Equal((1, 1), RankBand.Of(upside, upside, lessIsBetter: true, draws: 300).ByRank[0]);
    }

    /// <summary>Ranks are whole, so the band holds rather more than its 95 %. One that fits the first set alone is outside all the
    /// same.</summary>
    [Fact]
    public void Ranks_that_move_by_chance_stay_in_the_band_and_one_that_fits_the_first_set_alone_does_not()
    {
        const int Contests = 40, Teams = 12, Fitted = 11;
        int outside = 0, moved = 0, caught = 0;
        for (int contest = 0; contest < Contests; contest++)
        {
            double[][] all = [.. Enumerable.Range(0, Teams).Select(team => Scores(1000 * contest + team, 100 - team, 90))];
            double[][] first = [.. all.Select(scores => scores[..30])], second = [.. all.Select(scores => scores[30..])];
            RankBand band = RankBand.Of(first, second, lessIsBetter: false, (ulong)contest, draws: 400);
            int[] before = Ranks(first), after = Ranks(second);
            moved += Enumerable.Range(0, Teams).Count(team => after[team] != before[team]);
            outside += Enumerable.Range(0, Teams).Count(team => IsOutside(band, before[team], after[team]));

            first[Fitted] = Array.ConvertAll(first[Fitted], score => score + 14);
            band = RankBand.Of(first, second, lessIsBetter: false, (ulong)contest, draws: 400);
            caught += IsOutside(band, Ranks(first)[Fitted], after[Fitted]) ? 1 : 0;
        }
        Assert.True(moved > Contests * Teams / 4, $"only {moved} ranks moved: nothing is proven");
        Assert.InRange((double)outside / (Contests * Teams), 0, 0.08);
        Assert.Equal(Contests, caught);
    }

    private static bool IsOutside(RankBand band, int before, int after) =>
        after < band.ByRank[before - 1].Low || after > band.ByRank[before - 1].High;

    [Fact]
    public void Only_organisers_know_before_publishing_and_everybody_after_it()
    {
        Dictionary<Digest, string> texts = [];
        Contest contest = new(texts.GetValueOrDefault);
        double[][] scores = [Scores(1, 140), Scores(2, 100), Nudged(Scores(2, 100), 3)];
        foreach (EntryBody body in Bodies(scores, texts))
            Tell(contest, body);
        ContestPhase phase = contest.Phase("main")!;
        foreach (Audience audience in (Audience[])[Audience.Public, Audience.Of("t0")])
            Assert.Null(contest.Provisional(phase, audience).Brackets);
        StandingsTable organisers = contest.Provisional(phase, Audience.Organiser);
        Assert.Equal([1, 2, 2], organisers.All().Select(row => organisers.BracketOf(row.Team)!.Value));
        string version = contest.Provisional(phase, Audience.Public).Version;

        Tell(contest, new Published("main", true));
        StandingsTable everybodys = contest.Provisional(phase, Audience.Public);
        Assert.Equal([1, 2, 2], everybodys.All().Select(row => everybodys.BracketOf(row.Team)!.Value));
        Assert.NotEqual(version, everybodys.Version);    // a page that was kept is made anew
        StandingsTable final = contest.Final(phase, Audience.Public)!;
        Assert.Equal(3, final.Band!.ByRank.Count);
        Assert.Equal((1, 1), final.Band.ByRank[0]);
        Assert.Null(contest.Provisional(phase, Audience.Public, contest.Seq - 1).Brackets);    // not of the past
    }

    private static IEnumerable<EntryBody> Bodies(double[][] scores, Dictionary<Digest, string> texts)
    {
        yield return new ContestSet
        {
            Title = "Town",
            Kind = ChallengeKind.Predictor,
            Columns = [new Column { Name = "score", Title = "Score", Direction = Direction.More, Decimals = 2 }],
            Tags = [],
            SignIn = SignIn.Open,
            RulesVersion = 1,
            Rules = Digest.Of("rules"),
            Definition = Digest.Of("x"),
        };
        yield return new PhaseSet(new Phase
        {
            Name = "main",
            Title = "Main",
            Opens = Samples.Start,
            Set = "provisional",
            FinalSet = "final",
            Ranking = new Evaluator.Challenges.Ranking(RankingRule.InOrder, ["score"]),
        });
        for (int team = 0; team < scores.Length; team++)
        {
            yield return new TeamMade($"t{team}", Digest.Of($"t{team}"));
            yield return new SubmissionAccepted
            {
                Submission = $"s{team}",
                Team = $"t{team}",
                Phase = "main",
                Content = Digest.Of($"{team}"),
                Bytes = 1,
                Format = "cs",
            };
            foreach (string set in (string[])["provisional", "final"])
            {
                ResultValues values = new(new Dictionary<string, decimal> { ["score"] = Math.Round((decimal)scores[team].Average(), 2) },
                    null);
                yield return new EvaluationRecorded
                {
                    Submission = $"s{team}",
                    Set = set,
                    Generation = 0,
                    Outcome = Outcome.Scored,
                    Values = Sealed(values.ToText(), texts),
                    Cases = Sealed(new CaseVector("score", CaseNames, scores[team]).ToText(), texts),
                };
            }
        }
    }

    private static Digest Sealed(string text, Dictionary<Digest, string> texts)
    {
        Digest seal = Digest.Of(text);
        texts[seal] = text;
        return seal;
    }

    private static void Tell(Contest contest, EntryBody body) =>
        contest.Apply(new Entry(contest.Seq + 1, Samples.Start.AddSeconds(contest.Seq), "town", "a0", body, default, default));

    private static double[] Scores(int seed, double mean, int cases = Cases)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, cases).Select(_ => mean + 20 * (random.NextDouble() - 0.5))];
    }

    /// <summary>The same but for noise, and by a hair less.</summary>
    private static double[] Nudged(double[] scores, int seed)
    {
        Random random = new(seed);
        double[] noise = [.. scores.Select(_ => random.NextDouble() - 0.5)];
        double shift = noise.Average() + 0.02;
        return [.. scores.Select((score, i) => score + noise[i] - shift)];
    }

    private static int[] Ranks(double[][] scores)
    {
        double[] means = [.. scores.Select(one => one.Average())];
        return [.. means.Select(mean => 1 + means.Count(other => other > mean))];
    }
}
