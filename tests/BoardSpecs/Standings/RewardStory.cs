using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Rewards;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>The contest of <see cref="RewardSpecs"/>, told entry by entry, without its awards.</summary>
internal sealed class RewardStory
{
    private readonly List<(EntryBody Body, string Actor, DateTimeOffset At)> told = [];
    private readonly Dictionary<Digest, SealedText> texts = [];
    private DateTimeOffset now = Samples.Start;
    private int fillers;

    public RewardStory()
    {
        Contest();
        PhaseOne();
        PhaseTwo();
        Exploit();
        PhaseThree();
        Rejudges();
    }

    public IReadOnlyList<(EntryBody Body, string Actor, DateTimeOffset At)> Told => told;

    public IReadOnlyCollection<SealedText> Seals => texts.Values;

    public int Phases => Count<PhaseSet>();

    public int Teams => Count<TeamMade>();

    public int Submissions => Count<SubmissionAccepted>();

    public int Kinds =>
        told.Select(entry => entry.Body).OfType<RuleSet>().Select(set => set.Rule.Kind).Distinct().Count() + Math.Min(Count<Grant>(), 1);

    public string? Open(Digest seal) => texts.GetValueOrDefault(seal)?.Text;

    /// <summary>One more submission with its result, which is no part of the story.</summary>
    public IReadOnlyList<EntryBody> Handed(string id, string team, string phase, decimal score)
    {
        int before = told.Count;
        Scored(id, team, phase, score);
        EntryBody[] handed = [.. told.Skip(before).Select(entry => entry.Body)];
        told.RemoveRange(before, told.Count - before);
        return handed;
    }

    /// <summary>Applies the story as a board would: after each entry it writes what is missing in the ledger.</summary>
    public static Contest WithLedger(IEnumerable<(EntryBody Body, string Actor, DateTimeOffset At)> story, OpenSeal open) =>
        Written(story, open).Contest;

    /// <summary>The same, with the entries as they are written.</summary>
    public static (Contest Contest, IReadOnlyList<Entry> Log) Written(
        IEnumerable<(EntryBody Body, string Actor, DateTimeOffset At)> story, OpenSeal open, bool chained = false)
    {
        Contest contest = new(open);
        List<Entry> log = [];
        foreach ((EntryBody body, string actor, DateTimeOffset at) in story)
        {
            Write(body, actor, at);
            foreach (EntryBody missing in RewardFold.Missing(contest))
                Write(missing, "board", at);
        }
        return (contest, log);

        void Write(EntryBody body, string actor, DateTimeOffset at)
        {
            Entry entry = chained ? Chain.Next(contest.Last, at, "reward", actor, body)
                : new Entry(contest.Seq + 1, at, "reward", actor, body, default, default);
            log.Add(entry);
            contest.Apply(entry);
        }
    }

    /// <summary>The same story where each result arrives anywhere after its submission.</summary>
    public IReadOnlyList<(EntryBody Body, string Actor, DateTimeOffset At)> WithResultsMoved(int seed)
    {
        Random random = new(seed);
        List<(EntryBody Body, string Actor, DateTimeOffset At)> moved = [.. told.Where(entry => entry.Body is not EvaluationRecorded)];
        foreach ((EntryBody Body, string Actor, DateTimeOffset At) result in told.Where(entry => entry.Body is EvaluationRecorded))
        {
            string id = ((EvaluationRecorded)result.Body).Submission;
            int accepted = moved.FindIndex(entry => entry.Body is SubmissionAccepted submission && submission.Submission == id);
            int place = random.Next(accepted + 1, moved.Count + 1);
            moved.Insert(place, result with { At = moved[place - 1].At });
        }
        return moved;
    }

    private void Contest()
    {
        Tell(new ContestSet
        {
            Title = "Rewards",
            Kind = ChallengeKind.Predictor,
            Tags = [],
            SignIn = SignIn.Open,
            RulesVersion = 1,
            Rules = Digest.Of("r"),
            Definition = Digest.Of("d"),
            Columns =
            [
                new Column { Name = "score", Title = "Score", Direction = Direction.More, Decimals = 1 },
                new Column { Name = "cpuSeconds", Title = "CPU", Unit = "s", Direction = Direction.Less, Decimals = 1 },
            ],
        });
        Phase("one", null);
        Phase("two", new Gate("one", null, null));
        Rule("first-150", "one", RewardKind.FirstAbove, rule => rule with { Threshold = 150, Amount = 50 });
        Rule("team-120", "one", RewardKind.TeamAbove, rule => rule with { Threshold = 120, Amount = 10 });
        Rule("better", "one", RewardKind.ImprovementOverBest, rule => rule with { Delta = 5, Rate = 1, Cap = 30 });
        Rule("reuse", "one", RewardKind.Reuse, rule => rule with { Rate = 1, Share = 0.5m, Cap = 20 });
        Rule("single", "two", RewardKind.SingleModel, rule => rule with { Threshold = 130, Amount = 20 });
        Rule("small", "two", RewardKind.LimitedHardware,
            rule => rule with { Threshold = 130, Amount = 25, Profile = "small", Scope = RewardScope.Team });
        Rule("fast", "two", RewardKind.TimeUnder, rule => rule with { Threshold = 130, Amount = 15, Seconds = 2 });
        Rule("together", "two", RewardKind.Together, rule => rule with { Threshold = 160, Amount = 60 });
        for (int team = 1; team <= 6; team++)
            Tell(new TeamMade($"t{team}", Digest.Of($"t{team}")), $"a{team}");
        // a9 was in t4 while s6 was handed in, then went to t6.
        Tell(new MemberJoined("t4", "a9"));
    }

    private void PhaseOne()
    {
        Scored("s1", "t1", "one", 110);
        Scored("s2", "t2", "one", 125, content: "same");
        Scored("s3", "t1", "one", 131);
        Scored("s4", "t3", "one", 125, content: "same");
        Fill("one", 3);
        now = Samples.Start.AddDays(1);
        Scored("s5", "t3", "one", 126, parents: ["s2"]);
        Scored("s6", "t4", "one", 155, parents: ["s3"]);
        Scored("s7", "t4", "one", 200, parents: ["s2"]);
        // A second child of t1's work in one day; then that child again, in its own bytes and, from a friend, in its predictions.
        Scored("s10", "t4", "one", 140, parents: ["s1"], predictions: "s10");
        Scored("s11", "t5", "one", 125, content: "same");
        Fill("one", 3);
        now = Samples.Start.AddDays(2);
        Scored("s12", "t4", "one", 140, parents: ["s1"], content: "s10");
        Scored("s13", "t5", "one", 140, parents: ["s1"], predictions: "s10");
        // What it is based on is t5's copy of s2.
        Scored("s14", "t3", "one", 135, parents: ["s11"]);
        Scored("s8", "t5", "one", 170);
        Tell(new MemberLeft("t4", "a9"));
        Tell(new MemberJoined("t6", "a9"));
    }

    private void PhaseTwo()
    {
        Scored("p0", "t2", "two", 135, single: true);
        Run("p0", "small", Outcome.Failed, 0, 0);
        Scored("p1", "t1", "two", 140, single: true, cpu: 3);
        Run("p1", "small", Outcome.Scored, 140, 3);
        Tell(new Attested("p1", true, Digest.Of("seen")));
        Scored("p2", "t2", "two", 150, cpu: 1.5m);
        Run("p2", EvaluationProfiles.Again, Outcome.Scored, 150, 2.5m);
        Scored("p3", "t3", "two", 145, parents: ["p1"], cpu: 1.9m);
        Run("p3", EvaluationProfiles.Again, Outcome.Scored, 145, 1.8m);
        Run("p3", "small", Outcome.Scored, 131, 1.9m);
        Fill("two", 14);
    }

    /// <summary>s7 won by an exploit: it is ignored, and a phase opened that has no such hole.</summary>
    private void Exploit()
    {
        Tell(new Ignored("s7", null, Digest.Of("the exploit")));
        Tell(new Grant("t5", 7, Digest.Of("reported the exploit"), ["a5"]));
        Phase("three", null);
        Rule("rank-1", "three", RewardKind.Rank, rule => rule with { Place = 1, Amount = 40 });
        Rule("rank-2", "three", RewardKind.Rank, rule => rule with { Place = 2, Amount = 20 });
        Rule("rank-3", "three", RewardKind.Rank, rule => rule with { Place = 3, Amount = 10 });
        Rule("everybody", "three", RewardKind.Together, rule => rule with { Threshold = 130, Amount = 60, AllAboveBaseline = true });
        now = Samples.Start.AddDays(3);
        Scored("s9", "t6", "one", 180, parents: ["s6"]);
        Scored("p6", "t5", "two", 145, content: "p3");
        Scored("p4", "t6", "two", 165, parents: ["p3", "p6"]);
        Scored("p5", "t5", "two", 133);
        Run("p5", "small", Outcome.Scored, 129.9m, 1);
    }

    private void PhaseThree()
    {
        Scored("q1", "t1", "three", 120, predictions: "q1");
        Scored("q5", "t5", "three", 120, predictions: "q1");
        Scored("q6", "t6", "three", 100);
        Scored("q2", "t2", "three", 130);
        Scored("q3", "t3", "three", 130);
        Scored("q4", "t4", "three", 110);
        Scored("q7", "t4", "three", 130, content: "q2");
        // A team's own bytes again, and chosen: they are still its own work.
        Scored("q8", "t3", "three", 130, content: "q3");
        Tell(new Selected("t3", "three", ["q8"]), "a3");
        Fill("three", 11);
        Tell(new Published("three", true));
    }

    private void Rejudges()
    {
        Record("s6", null, 1, Outcome.Scored, 140, 1);
        Tell(new RejudgeApplied("lower", 1, ["s6"], Digest.Of("a wrong answer")));
        Record("s6", null, 2, Outcome.Scored, 155, 1);
        Tell(new RejudgeApplied("raise", 2, ["s6"], Digest.Of("it was right")));
    }

    private void Phase(string name, Gate? gate)
    {
        Tell(new PhaseSet(new Phase
        {
            Name = name,
            Title = name,
            Opens = Samples.Start,
            Set = "cases",
            IsOpen = true,
            Ranking = new Ranking(RankingRule.InOrder, ["score"]),
            Gate = gate,
        }));
        Tell(new BaselineSet("baseline", name, "cases", Seal(100, 1), null, true));
    }

    private void Rule(string name, string phase, RewardKind kind, Func<RewardRule, RewardRule> with) =>
        Tell(new RuleSet(with(new RewardRule { Name = name, Title = name, Phase = phase, Kind = kind }), false));

    private void Fill(string phase, int count)
    {
        for (int i = 0; i < count; i++)
            Scored($"f{++fillers}", $"t{1 + fillers % 6}", phase, 60);
    }

    private void Scored(string id, string team, string phase, decimal score, string[]? parents = null, string? content = null,
        bool? single = null, decimal cpu = 1, string? predictions = null)
    {
        now = now.AddMinutes(10);
        Tell(new SubmissionAccepted
        {
            Submission = id,
            Team = team,
            Phase = phase,
            Content = Digest.Of(content ?? id),
            Bytes = 1,
            Format = "cs",
            SingleModel = single,
        }, "a" + team[1..]);
        foreach (string parent in parents ?? [])
            Tell(new ParentDeclared(id, parent, "declared"));
        Record(id, null, 0, Outcome.Scored, score, cpu, predictions);
    }

    private void Run(string id, string profile, Outcome outcome, decimal score, decimal cpu) => Record(id, profile, 0, outcome, score, cpu);

    private void Record(
        string id, string? profile, int generation, Outcome outcome, decimal score, decimal cpu, string? predictions = null) =>
        Tell(new EvaluationRecorded
        {
            Submission = id,
            Set = "cases",
            Profile = profile,
            Generation = generation,
            Outcome = outcome,
            Values = outcome == Outcome.Scored ? Seal(score, cpu) : null,
            Predictions = predictions is null ? null : Digest.Of("predictions of " + predictions),
        });

    private Digest Seal(decimal score, decimal cpu)
    {
        byte[] salt = Digest.Of(texts.Count.ToString(CultureInfo.InvariantCulture)).ToArray();
        SealedText text =
            new(salt, new ResultValues(new Dictionary<string, decimal> { ["score"] = score, ["cpuSeconds"] = cpu }, null).ToText());
        texts.Add(text.Seal, text);
        return text.Seal;
    }

    private int Count<T>() where T : EntryBody => told.Count(entry => entry.Body is T);

    private void Tell(EntryBody body, string actor = "organiser") => told.Add((body, actor, now));
}
