using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Benchmarks.Board;

/// <summary>A chained log of many teams that hand in again and again, as lines, with its seals.</summary>
internal sealed class BigLog
{
    private readonly List<byte[]> lines = [];
    private readonly Dictionary<Digest, string> texts = [];
    private readonly Random random = new(2011);
    private Entry? last;
    private int submissions;
    private int teams;

    public IReadOnlyList<byte[]> Lines => lines;

    public static BigLog Of(int teams, int entries)
    {
        BigLog log = new() { teams = teams };
        log.Write(new ContestSet
        {
            Title = "Big",
            Kind = ChallengeKind.Table,
            Tags = [],
            SignIn = SignIn.Open,
            RulesVersion = 1,
            Rules = Digest.Of("r"),
            Definition = Digest.Of("d"),
            Columns =
            [
                new Column { Name = "score", Title = "Score", Direction = Direction.More, Decimals = 3 },
                new Column { Name = "error", Title = "Error", Direction = Direction.Less, Decimals = 4 },
                new Column { Name = "seconds", Title = "Seconds", Direction = Direction.Less, Decimals = 1 },
            ],
        });
        log.Write(new PhaseSet(new Phase
        {
            Name = "live",
            Title = "Live",
            Opens = DateTimeOffset.UnixEpoch,
            Set = "all",
            Ranking = new Ranking(RankingRule.InOrder, ["score", "seconds"]),
        }));
        for (int team = 0; team < teams; team++)
            log.Write(new TeamMade($"t{team}", Digest.Of("t")));
        while (log.lines.Count + 2 <= entries)
        {
            SubmissionAccepted accepted = log.Accepted();
            log.Write(accepted);
            log.Write(log.Recorded(accepted));
        }
        return log;
    }

    public string? Open(Digest seal) => texts.GetValueOrDefault(seal);

    /// <summary>One more submission and its result, to be applied one after the other.</summary>
    public (Entry Accepted, Entry Recorded) Next(Standings.Contests.Contest contest)
    {
        SubmissionAccepted accepted = Accepted();
        Entry first = Chain.Next(contest.Last, contest.Last!.At.AddSeconds(1), "big", "a", accepted);
        return (first, Chain.Next(first, first.At, "big", "board", Recorded(accepted)));
    }

    private SubmissionAccepted Accepted()
    {
        string id = "s" + submissions++.ToString(CultureInfo.InvariantCulture);
        return new SubmissionAccepted
        {
            Submission = id,
            Team = $"t{random.Next(teams)}",
            Phase = "live",
            Content = Digest.Of(id),
            Bytes = 1000,
            Format = "csv"
        };
    }

    private EvaluationRecorded Recorded(SubmissionAccepted accepted)
    {
        Dictionary<string, decimal> values = new(StringComparer.Ordinal)
        {
            ["score"] = random.Next(1_000_000) / 1000m,
            ["error"] = random.Next(100_000) / 10_000m,
            ["seconds"] = random.Next(3000) / 10m,
        };
        string text = new ResultValues(values, null).ToText();
        Digest seal = Digest.Of(text + accepted.Submission);
        texts[seal] = text;
        return new EvaluationRecorded
        {
            Submission = accepted.Submission,
            Set = "all",
            Generation = 0,
            Outcome = Outcome.Scored,
            Values = seal
        };
    }

    private void Write(EntryBody body)
    {
        last = Chain.Next(last, last?.At.AddSeconds(1) ?? DateTimeOffset.UnixEpoch, "big", "board", body);
        lines.Add(EntryText.Write(last));
    }
}
