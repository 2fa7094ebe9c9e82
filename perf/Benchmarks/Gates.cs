using System.Text.Json;
using Evaluator.Benchmarks.Board;
using Evaluator.Benchmarks.Budget;
using Evaluator.Benchmarks.Races;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Benchmarks;

/// <summary>The limits of perf/gates.json against what is measured now. What is not passed is measured once more.</summary>
internal sealed class Gates(bool slowKernel)
{
    public const int Good = 0, SomeMissed = 1, Inconclusive = 4;

    private const string OfTables = "tables:";

    /// <summary>In so many turns each ratio is taken, where a turn is short.</summary>
    private const int Turns = 5;

    private sealed record LimitFile(string About, GateLimit[] Limits);

    /// <returns>Exit code: 0 if all gates pass, 1 if one is missed, else 4.</returns>
    public int Run(bool json) => Run(json, gate => !gate.StartsWith(BoardGrowth.Gate, StringComparison.Ordinal), Measure);

    /// <summary>The judging of tables alone.</summary>
    /// <returns>Exit code as of all gates.</returns>
    public static int RunTables(bool json) =>
        new Gates(slowKernel: false).Run(json, gate => gate.StartsWith(OfTables, StringComparison.Ordinal), Tables);

    /// <summary>A board's queues alone: minutes, so they are asked for by name.</summary>
    /// <returns>Exit code as of all gates.</returns>
    public static int RunGrowth(bool json, int evaluations, string? database)
    {
        BoardGrowth growth = new(evaluations, database);
        return new Gates(slowKernel: false).Run(json, gate => gate.StartsWith(BoardGrowth.Gate, StringComparison.Ordinal), () =>
        {
            Dictionary<string, double[]> turns = growth.Measure().GetAwaiter().GetResult();
            (json ? Console.Error : Console.Out).WriteLine(growth.Page());
            return turns.ToDictionary(figure => figure.Key, figure => new Figure(figure.Value));
        });
    }

    private int Run(bool json, Func<string, bool> isMeant, Func<Dictionary<string, Figure>> measure)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        LimitFile limits = JsonSerializer.Deserialize<LimitFile>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "gates.json")), options)!;
        List<GateLimit> meant = [.. limits.Limits.Where(limit => isMeant(limit.Gate))];
        List<GateOutcome> outcomes = Judge(meant, measure());
        if (outcomes.Exists(outcome => !outcome.Passed))
        {
            Console.Error.WriteLine("A gate was not passed; measuring once more.");
            outcomes = [.. outcomes.Zip(Judge(meant, measure()), (first, second) => first.Passed ? first : second)];
        }
        bool passed = outcomes.TrueForAll(outcome => outcome.Passed);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { passed, width = MonthScorer.Widest.ToString(), gates = outcomes }, options));
        else
            Print(outcomes);
        return passed ? Good : outcomes.Exists(outcome => outcome.Missed) ? SomeMissed : Inconclusive;
    }

    private static List<GateOutcome> Judge(List<GateLimit> limits, Dictionary<string, Figure> measured)
    {
        string width = MonthScorer.Widest.ToString();
        var outcomes = new List<GateOutcome>();
        foreach (GateLimit limit in limits)
        {
            if (limit.For(width) is not { } atMost)
                Console.Error.WriteLine($"absent: {limit.Gate} (no limit is set for registers of {width})");
            else if (measured.TryGetValue(limit.Gate, out Figure? figure))
                outcomes.Add(GateOutcome.Of(limit.Gate, figure, atMost));
            else if (limit.Needs is not null)
                Console.Error.WriteLine($"absent: {limit.Gate} (needs {limit.Needs})");
            else
                throw new InvalidDataException($"gates.json names \"{limit.Gate}\"; measured are: {string.Join("; ", measured.Keys)}.");
        }
        return outcomes;
    }

    private Dictionary<string, Figure> Measure()
    {
        Dictionary<string, double[]> warm = WarmMeasurement.Run(rounds: 60, Turns, slowKernel, peers: null);
        var stream = new StreamMeasurement(threads: 1, slowKernel);
        StreamMeasurement.Result[] streamed = [.. Enumerable.Range(0, 3).Select(_ => stream.Run(rounds: 2))];
        var figures = new Dictionary<string, Figure>(Tables())
        {
            ["warm: kernel / read pass"] = Figure.Of(warm["kernel"], warm["read pass"]),
            ["warm: kernel / plain definition"] = Figure.Of(warm["kernel"], warm["plain definition"]),
            ["warm: 31 days / 30 days, per location"] = Figure.Of(warm["kernel, 31 days"], warm["kernel"]),
            ["warm: every row clamped / none"] = Figure.Of(warm["kernel, all clamped"], warm["kernel"]),
            ["streamed, one core: kernel / read pass"] = new(streamed.Select(turn => turn.Ratio)),
            ["streamed, one core: kernel / read pass and warm kernel"] = new(streamed.Select(turn => turn.RatioToBoth)),
            ["allocated bytes over 10,000 months"] = new(AllocatedBytes()),
            ["lines of a table: ours / File.ReadLines"] = LineCutting(),
        };
        foreach (LaneWidth width in new[] { LaneWidth.Bits128, LaneWidth.Bits256 }.Where(width => width < MonthScorer.Widest))
        {
            figures[$"warm: kernel of {width} / read pass"] = Figure.Of(warm[$"kernel, {width}"], warm["read pass"]);
            figures[$"warm: every row clamped / none, {width}"] =
                Figure.Of(warm[$"kernel, {width}, all clamped"], warm[$"kernel, {width}"]);
        }
        foreach ((string gate, Figure figure) in ProgramGates.Measure())
            figures[gate] = figure;
        return figures;
    }

    private static Dictionary<string, Figure> Tables()
    {
        using TableRace race = new();
        Dictionary<string, double> ratios = race.Run();
        if (race.Absent is { } why)
            Console.Error.WriteLine($"pandas and scikit-learn are not here: {why}");
        return ratios.ToDictionary(ratio => ratio.Key, ratio => new Figure(ratio.Value));
    }

    private static Figure LineCutting()
    {
        var table = new LineReading();
        table.WriteTable();
        var race = new Race(rounds: 4 * Turns);
        race.Add("ours", 1, () => table.LineFileRead());
        race.Add("File.ReadLines", 1, () => table.FileReadLines());
        Dictionary<string, double[]> best = race.Run(Turns);
        table.RemoveTable();
        return Figure.Of(best["ours"], best["File.ReadLines"]);
    }

    private static long AllocatedBytes()
    {
        BlockGroupMonths group = BlockGroupMonths.Generate(new Random(2), 25, 30);
        var scorer = new MonthScorer();
        scorer.Score(group.Actuals[0], group.Predictions[0], out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int month = 0; month < 10_000; month++)
            scorer.Score(group.Actuals[0], group.Predictions[0], out _);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Print(List<GateOutcome> outcomes)
    {
        Console.WriteLine($"Registers: {MonthScorer.Widest}");
        int longest = outcomes.Max(outcome => outcome.Gate.Length);
        Console.WriteLine($"{"gate".PadRight(longest)} {"measured",9} {"least",9} {"most",9} {"at most",9}");
        foreach (GateOutcome outcome in outcomes)
        {
            Console.WriteLine($"{outcome.Gate.PadRight(longest)} {outcome.Measured,9:0.###} {outcome.Least,9:0.###} {outcome.Most,9:0.###} "
                + $"{outcome.AtMost,9:0.###}  {outcome.Verdict}");
        }
    }
}
