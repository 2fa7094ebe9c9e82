using Evaluator.Challenges;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>One body of each kind, with every member set.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Digest Some = Digest.Of("some");

    public static IReadOnlyList<EntryBody> Bodies { get; } =
    [
        new ContestSet
        {
            Title = "Häfen \"&\" <b>Boote</b> \u0001\u007f\u2028 🚢 \\",
            Kind = ChallengeKind.Table,
            Columns = [Kilos],
            Tags = [new Tag("skill", "counting")],
            TeamCap = 4,
            MostTeams = 50,
            SignIn = SignIn.WalkIn,
            RulesVersion = 2,
            Rules = Some,
            Definition = Some,
        },
        new PhaseSet(Live),
        new RuleSet(Reward, false),
        new RulesAccepted(2),
        new BaselineSet("customs", "live", "all", Some, Some, true),
        new TeamMade("t1", Some),
        new MemberJoined("t1", "a2"),
        new MemberLeft("t1", "a2"),
        new SubmissionAccepted
        {
            Submission = "s1", Team = "t1", Phase = "live", Content = Some, Bytes = 12, Format = "csv", Repository = "r1", Commit = "abc",
                Authors = ["a1"],
            SingleModel = true, Remark = Some,
        },
        new ParentDeclared("s2", "s1", "git"),
        new EvaluationRecorded { Submission = "s1", Set = "all", Profile = "small", Generation = 1, Outcome = Outcome.Scored, Values = Some,
            Cases = Some, Predictions = Some },
        new Unsettled("s1"),
        new Withdrawn("s1"),
        new Ignored("s1", "t1", Some),
        new Reinstated("s1", "t1", Some),
        new Selected("t1", "live", ["s1", "s2"]),
        new Attested("s1", true, Some),
        new Frozen("live", true),
        new Published("live", true),
        new RejudgeApplied("j1", 1, ["s1"], Some),
        new DocumentReceived("d1", "t1", "live", DocumentKind.Licences, Some, 4096),
        new ConflictDecided("x1", "s1", true, Some),
        new Award("first/once/s1", "first", 3, "live", "t1", "s1", 50, ["a1"]),
        new Reversal(21),
        new Grant("t1", 5, Some, ["a1"]),
        new Liked("s1"),
        new Unliked("s1"),
        new AnswersCommitted("all", [new Commitment("answers.csv", Some)], Some),
        new AnswersRevealed("all", [new RevealedSalt("answers.csv", Some.ToString())]),
    ];

    /// <summary>Bodies with nothing set that may be absent.</summary>
    public static IReadOnlyList<EntryBody> Bare { get; } =
    [
        new PhaseSet(new Phase
        {
            Name = "p", Title = "P", Opens = Start, Set = "all", Ranking = new Ranking(RankingRule.InOrder, ["kilos"]),
                Gate = new Gate("o", null, null),
        }),
        new RuleSet(new RewardRule { Name = "r", Title = "R", Phase = "p", Kind = RewardKind.Grant }, true),
        new BaselineSet("b", "p", "all", Some, null, false),
        new SubmissionAccepted { Submission = "s1", Team = "t1", Phase = "p", Content = Some, Bytes = 0, Format = "csv" },
        new EvaluationRecorded { Submission = "s1", Set = "all", Generation = 0, Outcome = Outcome.Fault },
        new Ignored("s1", null, Some),
        new Reinstated(null, "t1", Some),
        new Award("a", "r", 1, "p", "t1", null, 1, []),
        new AnswersCommitted("all", [], null),
    ];

    private static Column Kilos => new()
    {
        Name = "kilos",
        Title = "Kilos",
        Unit = "kg",
        Direction = Direction.More,
        Decimals = 0,
        Formula = "a + b",
        Shown = new Display { Title = "worth", Factor = 50_000.50m, Prefix = "€ ", Unit = "x", Thousands = "." },
        Metric = new MetricUse { Name = "sum", Of = "coke_kilo", Quantile = 0.0000001m, Positive = "1", Average = "macro" },
    };

    private static Phase Live => new()
    {
        Name = "live",
        Title = "Live",
        Text = "All day",
        Opens = Start,
        Freezes = Start.AddHours(5),
        Closes = Start.AddHours(6),
        Publishes = Start.AddHours(7),
        Set = "all",
        FinalSet = "rest",
        Quotas = new Quotas { ScoredADay = 5, ScoredInTotal = 50, AttemptedADay = 20, AttemptedInTotal = 200, InFlight = 2 },
        Release = Release.Ladder,
        Ladder = LadderSettings.Usual,
        Ranking = new Ranking(RankingRule.InOrder, ["kilos"]),
        Gate = new Gate("before", "kilos", 88),
        Models = ModelAccess.FromDate,
        ModelsFrom = Start.AddDays(1),
        DocumentsUntil = Start.AddDays(2),
    };

    private static RewardRule Reward => new()
    {
        Name = "first",
        Title = "First above",
        Phase = "live",
        Kind = RewardKind.FirstAbove,
        Column = "kilos",
        Amount = 50,
        Threshold = 1000.50m,
        Scope = RewardScope.Team,
        Delta = 1,
        Rate = 0.1m,
        Cap = 100,
        Profile = "small",
        Seconds = 2,
        Place = 1,
        Share = 0.25m,
        AllAboveBaseline = true,
    };

    /// <summary>A chain of these bodies.</summary>
    public static IReadOnlyList<Entry> Chained(IEnumerable<EntryBody> bodies)
    {
        List<Entry> entries = [];
        foreach (EntryBody body in bodies)
            entries.Add(Chain.Next(entries.LastOrDefault(), Start.AddSeconds(entries.Count), "harbour", "a1", body));
        return entries;
    }
}
