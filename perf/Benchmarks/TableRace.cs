using System.Globalization;
using System.Text;
using Evaluator.Challenges;
using Evaluator.Challenges.Tables;

namespace Evaluator.Benchmarks;

/// <summary>
/// Judging a table against 80,000 answers: ours, with answers that are read once and kept, against pandas and scikit-learn, which read both
/// tables each time as the original harbour contest did. Both read the same files in turn, both have to come to the same value, and of both
/// the least CPU time counts: on a machine that does other things, the clock on the wall measures those.
/// </summary>
internal sealed class TableRace : IDisposable
{
    private const int Rows = 80_000, Picks = 400, Rounds = 15, TurnsARound = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("table-race-").FullName;

    private string? absent;

    /// <summary>Why pandas or scikit-learn were not there to compare with; null where they were.</summary>
    public string? Absent => absent;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>By gate, our time over theirs; empty where they are absent.</summary>
    public Dictionary<string, double> Run()
    {
        WriteTables();
        using PandasPeer? peer = PandasPeer.Start(folder, out absent);
        return peer is null ? [] : new Dictionary<string, double>
        {
            ["tables: 400 picks / pandas"] = Race(peer, TableShape.Picks, "picks", "picks.csv"),
            ["tables: 80,000 predictions with AUC / pandas, scikit-learn"] = Race(peer, TableShape.Predictions, "auc", "predictions.csv"),
            // No gate: rows in no order wait for memory at each key, and how long depends on what else the machine does.
            ["tables: the same in another order"] = Race(peer, TableShape.Predictions, "auc", "shuffled.csv"),
        };
    }

    private double Race(PandasPeer peer, TableShape shape, string what, string file)
    {
        string metric = shape == TableShape.Picks ? "sum" : "roc_auc";
        using FileStream answers = File.OpenRead(Path.Combine(folder, "answers.csv"));
        TableJudge judge = TableJudge.Open(Challenge(shape, metric, shape == TableShape.Picks ? "kilo" : null), answers);
        double ours = double.MaxValue, theirs = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            (double nanoseconds, double expected) = peer.Judge(what, file);
            theirs = Math.Min(theirs, nanoseconds);
            for (int turn = 0; turn < TurnsARound; turn++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                decimal value = Judge(judge, file).Values[metric];
                ours = Math.Min(ours, (Environment.CpuUsage.TotalTime - before).TotalNanoseconds);
                if (Math.Abs((double)value - expected) > 1e-8)
                    throw new InvalidDataException($"{file}: {value} of ours, {expected} of pandas and scikit-learn.");
            }
        }
        Console.Error.WriteLine($"{file}: {ours / 1e6:0.###} ms of CPU, pandas and scikit-learn {theirs / 1e6:0.#} ms");
        return ours / theirs;
    }

    private SetScore Judge(TableJudge judge, string file)
    {
        using FileStream table = new(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        TableJudgement judgement = judge.Judge(table);
        return judgement.Of("all") ?? throw new InvalidDataException(string.Join(' ', judgement.Faults));
    }

    private void WriteTables()
    {
        Random random = new(16);
        StringBuilder answers = new("id,hit,kilo\n"), picks = new("id\n");
        string[] predictions = new string[Rows];
        for (int row = 0; row < Rows; row++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"gcn79{row * 5:000000}");
            int hit = random.Next(126) == 0 ? 1 : 0;
            answers.Append(CultureInfo.InvariantCulture, $"{id},{hit},{hit * random.Next(36)}\n");
            if (row % (Rows / Picks) == 7)
                picks.Append(id).Append('\n');
            predictions[row] = string.Create(CultureInfo.InvariantCulture, $"{id},{random.NextDouble() * (1 + hit)}\n");
        }
        File.WriteAllText(Path.Combine(folder, "answers.csv"), answers.ToString());
        File.WriteAllText(Path.Combine(folder, "picks.csv"), picks.ToString());
        File.WriteAllText(Path.Combine(folder, "predictions.csv"), "id,value\n" + string.Concat(predictions));
        random.Shuffle(predictions);
        File.WriteAllText(Path.Combine(folder, "shuffled.csv"), "id,value\n" + string.Concat(predictions));
    }

    private static Challenge Challenge(TableShape shape, string metric, string? of) => new()
    {
        Name = "race",
        Title = "Race",
        Summary = "",
        Kind = ChallengeKind.Table,
        Columns =
        [
            new Column
            {
                Name = metric, Title = metric, Direction = Direction.More, Decimals = 9, Metric = new MetricUse { Name = metric, Of = of },
            },
        ],
        Phases = [],
        Rules = new ContestRules(1, ""),
        Table = new TableTask
        {
            Shape = shape,
            Key = "id",
            Values = shape == TableShape.Picks ? [] : ["value"],
            Truth = shape == TableShape.Picks ? null : "hit",
            Picks = shape == TableShape.Picks ? Picks : null,
            Answers = "answers.csv",
        },
        Story = "",
    };
}
