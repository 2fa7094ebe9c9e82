using CsCheck;
using Evaluator.Challenges;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>
/// A random contest: two phases, one raw and one with a ladder, with everything that can happen in them. Few values, so that ties are many;
/// each
/// evaluation is recorded once.
/// </summary>
internal sealed class ContestStory
{
    public const int Teams = 5;
    private const int Cases = 6;

    private static readonly string[] CaseNames = [.. Enumerable.Range(0, Cases).Select(i => $"c{i}")];

    private readonly List<(EntryBody Body, string Actor, DateTimeOffset At)> told = [];
    private readonly Dictionary<Digest, SealedText> texts = [];
    private readonly List<(string Id, string Phase, string Team)> submissions = [];
    private readonly HashSet<(string, string, int)> recorded = [];
    private DateTimeOffset now = Samples.Start;

    public static Gen<ContestStory> Random { get; } =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Select(Gen.Int[0, 99], Gen.Int[0, 9999], Gen.Int[0, 9999]).Array[0, 70])
            .Select((meanOfRanks, less, steps) => new ContestStory(meanOfRanks, less, steps));

    /// <summary>A contest where nothing has happened yet.</summary>
    public static ContestStory Empty => new(false, false, []);

    private ContestStory(bool meanOfRanks, bool less, (int What, int Which, int Value)[] steps)
    {
        Direction direction = less ? Direction.Less : Direction.More;
        Tell(new ContestSet
        {
            Title = "Random",
            Kind = ChallengeKind.Table,
            Columns =
            [
                new Column { Name = "mean", Title = "Mean", Direction = direction, Decimals = 2, Metric = new MetricUse { Name = "mae" } },
                new Column { Name = "other", Title = "Other", Direction = Direction.Less, Decimals = 0,
                    Metric = new MetricUse { Name = "rmse" } },
                new Column { Name = "sum", Title = "Sum", Direction = Direction.More, Decimals = 1, Formula = "mean + other / 2" },
            ],
            Tags = [],
            SignIn = SignIn.Open,
            RulesVersion = 1,
            Rules = Digest.Of("rules"),
            Definition = Digest.Of("x"),
        });
        Tell(new PhaseSet(Raw(meanOfRanks ? RankingRule.MeanOfRanks : RankingRule.InOrder)));
        Tell(new PhaseSet(WithLadder));
        CaseVector start = Vector(0, 100);
        Tell(
            new BaselineSet("start", "ladder", "live", Seal(new ResultValues(Means(start, 3), null).ToText()), Seal(start.ToText()), true));
        for (int team = 0; team < Teams; team++)
            Tell(new TeamMade($"t{team}", Digest.Of($"t{team}")), $"a{team}");
        foreach ((int what, int which, int value) in steps)
            Step(what, which, value);
    }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<(EntryBody Body, string Actor, DateTimeOffset At)> Told => told;

    public IReadOnlyCollection<SealedText> Seals => texts.Values;

    public string? Open(Digest seal) => texts.GetValueOrDefault(seal)?.Text;

    public IReadOnlyList<Entry> Log() => Log(told);

    /// <summary>The same with its hashes, as an export has them.</summary>
    public IReadOnlyList<Entry> Chained()
    {
        List<Entry> log = [];
        foreach ((EntryBody body, string actor, DateTimeOffset at) in told)
            log.Add(Chain.Next(log.LastOrDefault(), at, "random", actor, body));
        return log;
    }

    /// <summary>The same story where results arrive in another order: each one anywhere after its submission.</summary>
    public IReadOnlyList<Entry> WithResultsMoved(int seed)
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
        return Log(moved);
    }

    private static List<Entry> Log(IEnumerable<(EntryBody Body, string Actor, DateTimeOffset At)> story)
    {
        List<Entry> log = [];
        foreach ((EntryBody body, string actor, DateTimeOffset at) in story)
            log.Add(new Entry(log.Count + 1, at, "random", actor, body, default, default));
        return log;
    }

    private static Phase Raw(RankingRule rule) => new()
    {
        Name = "raw",
        Title = "Raw",
        Opens = Samples.Start,
        Freezes = Samples.Start.AddMinutes(45),
        Set = "live",
        FinalSet = "last",
        Closes = Samples.Start.AddDays(1),
        Ranking = new Ranking(rule, ["mean", "other"]),
        Quotas = new Quotas { ScoredADay = 3, AttemptedInTotal = 6, InFlight = 2 },
    };

    private static Phase WithLadder => new()
    {
        Name = "ladder",
        Title = "Ladder",
        Opens = Samples.Start,
        Set = "live",
        Release = Release.Ladder,
        Ladder = new LadderSettings(0.05m, 1.5m),
        Ranking = new Ranking(RankingRule.InOrder, ["mean"]),
    };

    private void Step(int what, int which, int value)
    {
        now = now.AddMinutes(1);
        (string Id, string Phase, string Team)? some = submissions.Count == 0 ? null : submissions[which % submissions.Count];
        string team = $"t{which % Teams}";
        string phase = value % 3 == 0 ? "ladder" : "raw";
        switch (what)
        {
            case < 35:
                Submit(team, phase, value);
                break;
            case < 70 when some is { } judged:
                Judge(judged.Id, "live", 0, value);
                break;
            case < 74 when some is { } judged:
                Judge(judged.Id, "last", 0, value);
                break;
            case < 79 when some is { } judged:
                Judge(judged.Id, "live", 1 + value % 2, value);
                break;
            case < 82 when some is { } judged:
                Tell(new RejudgeApplied("j", 1 + value % 2, [judged.Id, submissions[value % submissions.Count].Id], Digest.Of("why"),
                    Holds: value % 5 < 2 ? false : null));
                break;
            case < 84 when some is { } gone:
                Tell(new Withdrawn(gone.Id));
                break;
            case < 86 when some is { } gone:
                Tell(value % 3 == 0 ? new Ignored(null, team, Digest.Of("why")) : new Ignored(gone.Id, null, Digest.Of("why")));
                break;
            case < 88 when some is { } back:
                Tell(value % 3 == 0 ? new Reinstated(null, team, Digest.Of("why")) : new Reinstated(back.Id, null, Digest.Of("why")));
                break;
            case < 91:
                Tell(
                    new Selected(team, phase,
                        [.. submissions.Where(own => own.Team == team && own.Phase == phase).Skip(value % 3).Take(value % 4)
                            .Select(own => own.Id)]));
                break;
            case < 93:
                Tell(new Frozen(phase, value % 2 == 0));
                break;
            // Often enough that hundreds of stories have one that is taken back: at 1 of 100, three of four for good, a run of CI had none.
            case < 95:
                Tell(new Published(phase, value % 2 != 0));
                break;
            case < 96 when some is { } stuck:
                Tell(new Unsettled(stuck.Id));
                break;
            case < 98 when some is { } stuck:
                Tell(new EvaluationRecorded { Submission = stuck.Id, Set = "live", Generation = 0, Outcome = Outcome.Fault });
                break;
            case 98:
                Tell(
                    new PhaseSet(
                        Raw(value % 2 == 0 ? RankingRule.MeanOfRanks
                            : RankingRule.InOrder) with
                        { Ranking = new Ranking(RankingRule.InOrder, ["other"]) }));
                break;
        }
    }

    private void Submit(string team, string phase, int value)
    {
        string id = $"s{submissions.Count}";
        submissions.Add((id, phase, team));
        Tell(new SubmissionAccepted
        {
            Submission = id,
            Team = team,
            Phase = phase,
            Content = Digest.Of($"{value}"),
            Bytes = 1,
            Format = "csv"
        }, "a" + team[1..]);
    }

    private void Judge(string id, string set, int generation, int value)
    {
        if (!recorded.Add((id, set, generation)))
            return;
        Outcome outcome = (value % 10) switch { 0 => Outcome.Failed, 1 => Outcome.Refused, _ => Outcome.Scored };
        CaseVector cases = Vector(value, 90 + value % 40);
        Digest? values = outcome == Outcome.Scored ? Seal(new ResultValues(Means(cases, value), null).ToText()) : null;
        Tell(new EvaluationRecorded
        {
            Submission = id,
            Set = set,
            Generation = generation,
            Outcome = outcome,
            Values = values,
            Cases = values is null ? null : Seal(cases.ToText()),
        });
    }

    private static CaseVector Vector(int value, int about) =>
        new("mean", CaseNames, [.. Enumerable.Range(0, Cases).Select(i => about + (value * (i + 3) % 7) / 4.0)]);

    private static Dictionary<string, decimal> Means(CaseVector cases, int value) => new()
    {
        ["mean"] = Rounding.ToDigits(cases.Values.Aggregate((a, b) => a + b) / Cases, value % 2)!.Value,
        ["other"] = value % 5,
    };

    private Digest Seal(string text)
    {
        SealedText seal = new(Digest.Of(text).ToArray(), text);
        texts[seal.Seal] = seal;
        return seal.Seal;
    }

    private void Tell(EntryBody body, string actor = "board") => told.Add((body, actor, now));
}
