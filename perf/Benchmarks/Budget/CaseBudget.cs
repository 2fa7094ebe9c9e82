using System.Globalization;
using Evaluator.Specs;

namespace Evaluator.Benchmarks.Budget;

/// <summary>
/// Where the time of a case goes, measured in runs of the published program, and what that is in bare starts: our worker starts in our
/// sandbox, says hello and leaves. Bare starts of both kinds are taken between the runs, so that all saw the same machine.
/// </summary>
internal sealed class CaseBudget
{
    private const int StartsAtATime = 4;

    /// <summary>The stages of a case in the order of doing, and what they are called.</summary>
    public static readonly (string Stage, string Name)[] Stages =
    [
        ("Start", "start: process, sandbox, runtime"),
        ("StaticData", "static data"),
        ("Locations", "reading the locations"),
        ("Wait", "waiting for the worker"),
        ("Load", "loading the plugin"),
        ("Calls", "the 16 calls, compilation and transport"),
        ("Events", "reading events and truth"),
        ("End", "end of the worker"),
        ("Scoring", "scoring"),
        ("Writing", "writing results"),
    ];

    private readonly List<Start> starts;

    private CaseBudget(EvaluatorRun run, EvaluatorRun bare, double[] diary, List<Start> starts) =>
        (Run, Bare, Diary, this.starts) = (run, bare, diary, starts);

    /// <summary>Zero, in the best sandbox.</summary>
    public EvaluatorRun Run { get; }

    /// <summary>Zero, without a sandbox.</summary>
    public EvaluatorRun Bare { get; }

    /// <summary>
    /// Milliseconds of compilation before the predictor's instance and in all, methods compiled, milliseconds of collections.
    /// </summary>
    public double[] Diary { get; }

    public List<(string Language, EvaluatorRun Run)> Languages { get; } = [];

    public List<string> Absent { get; } = [];

    /// <summary>Of a predictor that takes a second a case, and of Zero over the same cases.</summary>
    public (EvaluatorRun OneSecond, EvaluatorRun Zero)? FullCores { get; private init; }

    /// <summary>Of a fast run and the straightforward runner.</summary>
    public FastRace? Fast { get; private init; }

    /// <summary>CPU milliseconds a case beyond the predictor's own, of which Zero has none worth a name, in bare starts.</summary>
    public double StartsPerCase => Run.CpuPerCase / Cpu(3);

    /// <summary>The same in starts of the least that .NET can do in the same sandbox (perf/peers/MinimalStart).</summary>
    public double MinimalStartsPerCase => Run.CpuPerCase / MinimalCpu;

    /// <summary>Median CPU milliseconds of a minimal start.</summary>
    public double MinimalCpu => MedianOf(starts.Where(start => start.IsMinimal), Held(3), start => start.CpuSeconds);

    /// <param name="data">A data package.</param>
    /// <param name="set">Its cases to be played.</param>
    public static CaseBudget Measure(string data, string set)
    {
        List<Start> starts = [], minimal = [];
        EvaluatorRun Play(string predictor, string cases, int level)
        {
            foreach (int turn in (int[])[3, 0, 0, 3])    // whatever a run before leaves to the machine, both levels have it first once
                starts.AddRange(EvaluatorRun.Starts(turn, StartsAtATime));
            minimal.AddRange(EvaluatorRun.MinimalStarts(3, StartsAtATime));
            Console.Error.WriteLine($"playing {Path.GetFileName(predictor)} ({cases}, level {level})");
            return EvaluatorRun.Of(predictor, "--data", data, "--set", cases, "--sandbox", $"{level}");
        }
        string zero = Plugin("artifacts/plugins/Zero/Zero.dll");
        EvaluatorRun diary = Play(Path.Combine(Repository.Root, "perf", "peers", "RuntimeDiary"), "example", 3);
        string line = diary.Console.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        EvaluatorRun held = Play(zero, set, 3), bare = Play(zero, set, 0);
        double[] figures = [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
        var budget = new CaseBudget(held, bare, figures, [.. starts, .. minimal])
        {
            FullCores = PlayOneSecond(),
            Fast = FastRace.Run(data),
        };
        foreach ((string language, string predictor) in ((string, string)[])
            [
                ("C#", "artifacts/plugins/SmoothedRate/SmoothedRate.dll"), ("VB.NET", "plugins/SmoothedRate.VisualBasic/SmoothedRate.vb"),
                ("C++", "plugins/SmoothedRate.Cpp/SmoothedRate.cpp"), ("Java", "plugins/SmoothedRate.Java/BostonRiskPredictor.java"),
            ])
        {
            try
            {
                budget.Languages.Add((language, Play(Plugin(predictor), "example", 3)));
            }
            catch (InvalidOperationException missing)
            {
                budget.Absent.Add($"{language}: {missing.Message}");
            }
        }
        return budget;
    }

    /// <summary>Over a synthetic city of 60 block groups that is made for it.</summary>
    public static (EvaluatorRun OneSecond, EvaluatorRun Zero) PlayOneSecond()
    {
        string folder = Directory.CreateTempSubdirectory("one-second-").FullName;
        string city = Path.Combine(folder, "city");
        EvaluatorRun.Generate(city, blockGroups: 60);
        Console.Error.WriteLine("playing 60 cases of Zero, then of a predictor that takes a second each");
        EvaluatorRun zero = EvaluatorRun.Of(Plugin("artifacts/plugins/Zero/Zero.dll"), "--data", city);
        EvaluatorRun oneSecond = EvaluatorRun.Of(Plugin("perf/peers/OneSecond/OneSecond.cs"), "--data", city);
        Directory.Delete(folder, recursive: true);
        return (oneSecond, zero);
    }

    /// <summary>Zero alone, over the small city that the gates look at.</summary>
    public static CaseBudget OfCity(string city)
    {
        var starts = new List<Start>();
        void TakeStarts()
        {
            starts.AddRange(EvaluatorRun.Starts(3, StartsAtATime));
            starts.AddRange(EvaluatorRun.MinimalStarts(3, StartsAtATime));
        }
        TakeStarts();
        TakeStarts();
        EvaluatorRun run = EvaluatorRun.Of(Plugin("artifacts/plugins/Zero/Zero.dll"), "--data", city);
        TakeStarts();
        TakeStarts();
        return new CaseBudget(run, run, [], starts);
    }

    /// <summary>Median CPU milliseconds of a bare start.</summary>
    public double Cpu(int level) => Median(level, start => start.CpuSeconds);

    /// <summary>Median wall-clock milliseconds of a bare start.</summary>
    public double Wall(int level) => Median(level, start => start.WallSeconds);

    private double Median(int level, Func<Start, double> figure) => MedianOf(starts.Where(start => !start.IsMinimal), Held(level), figure);

    /// <summary>A machine may have less than level 3.</summary>
    private int Held(int level) => Math.Min(level, starts.Max(start => start.Level));

    private static double MedianOf(IEnumerable<Start> some, int level, Func<Start, double> figure)
    {
        double[] ordered = [.. some.Where(start => start.Level == level).Select(figure).Order()];
        return 1000 * ordered[ordered.Length / 2];
    }

    /// <summary>
    /// What level 3 adds to a bare start of level 0, in milliseconds: in each turn of starts the difference of the medians, and of those
    /// the median. The machine's own speed changes by a fifth in the minutes that a page takes; within a turn, of two seconds, it does not.
    /// </summary>
    public (double Cpu, double Wall) Added => (DifferenceIn(start => start.CpuSeconds), DifferenceIn(start => start.WallSeconds));

    private double DifferenceIn(Func<Start, double> figure)
    {
        IEnumerable<Start[]> turns = starts.Where(start => !start.IsMinimal).Chunk(4 * StartsAtATime);
        double[] ordered = [.. turns.Select(turn => MedianOf(turn, Held(3), figure) - MedianOf(turn, 0, figure)).Order()];
        return ordered[ordered.Length / 2];
    }

    private static string Plugin(string path) => Path.Combine(Repository.Root, path);
}
