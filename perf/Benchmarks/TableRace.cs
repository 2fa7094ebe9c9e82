using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Evaluator.Challenges;
using Evaluator.Challenges.Tables;
using Evaluator.Specs;

namespace Evaluator.Benchmarks;

/// <summary>
/// Judging a table against 80,000 answers: ours, with answers that are read once and kept, against pandas and scikit-learn in the same
/// run, which read
/// both tables each time as the original harbour contest did. Both read the same files, and both have to come to the same value.
/// </summary>
internal sealed class TableRace : IDisposable
{
    private const int Rows = 80_000, Picks = 400, Rounds = 40;

    private readonly string folder = Directory.CreateTempSubdirectory("table-race-").FullName;

    /// <summary>Why pandas or scikit-learn were not there to compare with; null where they were.</summary>
    public string? Absent { get; private set; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>By gate, our time over theirs; empty where they are absent.</summary>
    public Dictionary<string, double> Run()
    {
        WriteTables();
        (double Picks, double PickedKilos, double Auc, double Area)? peer = Peer();
        if (peer is not { } theirs)
            return [];
        (double picksTime, double kilos) = Time(TableShape.Picks, "picks.csv", "sum", "kilo");
        (double aucTime, double area) = Time(TableShape.Predictions, "predictions.csv", "roc_auc", null);
        if (kilos != theirs.PickedKilos || Math.Abs(area - theirs.Area) > 1e-8)
            throw new InvalidDataException(
                $"{kilos} and {area} of ours, {theirs.PickedKilos} and {theirs.Area} of pandas and scikit-learn.");
        Console.Error.WriteLine($"400 picks: {picksTime / 1e6:0.###} ms, pandas {theirs.Picks / 1e6:0.#} ms");
        Console.Error.WriteLine($"80,000 predictions: {aucTime / 1e6:0.##} ms, pandas and scikit-learn {theirs.Auc / 1e6:0.#} ms");
        return new Dictionary<string, double>
        {
            ["tables: 400 picks / pandas"] = picksTime / theirs.Picks,
            ["tables: 80,000 predictions with AUC / pandas, scikit-learn"] = aucTime / theirs.Auc,
        };
    }

    /// <summary>Our best nanoseconds, and the value.</summary>
    private (double Time, double Value) Time(TableShape shape, string file, string metric, string? of)
    {
        Challenge challenge = Challenge(shape, metric, of);
        using FileStream answers = File.OpenRead(Path.Combine(folder, "answers.csv"));
        TableJudge judge = TableJudge.Open(challenge, answers);
        double best = double.MaxValue;
        decimal value = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            using FileStream table = new(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            TableJudgement judgement = judge.Judge(table);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            value = judgement.Of("all")?.Values[metric] ?? throw new InvalidDataException(string.Join(' ', judgement.Faults));
        }
        return (best, (double)value);
    }

    private (double Picks, double PickedKilos, double Auc, double Area)? Peer()
    {
        // The first Python on the path may be one without pandas, while the distribution's has it.
        foreach (string python in (string[])["python3", "/usr/bin/python3"])
        {
            Absent = Run(python, [Path.Combine(Repository.Root, "perf", "peers", "tables.py"), folder], out string output);
            if (Absent is not null)
                continue;
            JsonElement found = JsonDocument.Parse(output).RootElement, picks = found.GetProperty("picks"), auc = found.GetProperty("auc");
            return (picks.GetProperty("nanoseconds").GetDouble(), picks.GetProperty("value").GetDouble(),
                auc.GetProperty("nanoseconds").GetDouble(), auc.GetProperty("value").GetDouble());
        }
        return null;
    }

    private void WriteTables()
    {
        Random random = new(16);
        StringBuilder answers = new("id,hit,kilo\n"), picks = new("id\n"), predictions = new("id,value\n");
        for (int row = 0; row < Rows; row++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"gcn79{row * 5:000000}");
            int hit = random.Next(126) == 0 ? 1 : 0;
            answers.Append(CultureInfo.InvariantCulture, $"{id},{hit},{hit * random.Next(36)}\n");
            if (row % (Rows / Picks) == 7)
                picks.Append(id).Append('\n');
            predictions.Append(CultureInfo.InvariantCulture, $"{id},{random.NextDouble() * (1 + hit)}\n");
        }
        File.WriteAllText(Path.Combine(folder, "answers.csv"), answers.ToString());
        File.WriteAllText(Path.Combine(folder, "picks.csv"), picks.ToString());
        File.WriteAllText(Path.Combine(folder, "predictions.csv"), predictions.ToString());
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

    private static string? Run(string program, string[] arguments, out string output)
    {
        output = "";
        try
        {
            ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            output = process.StandardOutput.ReadToEnd();
            string error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Split('\n')[^1];
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }
}
