using System.Diagnostics;
using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.Benchmarks.Budget;

/// <summary>One stage of a run, as <c>timings.json</c> has it; seconds, summed over the run.</summary>
internal sealed record StageSum(string Stage, int Count, double WallSeconds, double HarnessCpuSeconds, double WorkerCpuSeconds);

/// <summary>The file <c>timings.json</c> of a run folder.</summary>
internal sealed record RunTimes(
    int Cases, int Lanes, double WallSeconds, double HarnessCpuSeconds, long HarnessPeakMemoryBytes, StageSum[] Stages);

/// <summary>A worker that says hello and leaves, as <c>evaluator sandbox --starts</c> prints it.</summary>
/// <param name="IsMinimal">Whether it was no worker, but the least that .NET can do.</param>
internal sealed record Start(int Level, double WallSeconds, double CpuSeconds, bool IsMinimal = false);

/// <summary>A run of the published program, as its user would start it, and what it left behind.</summary>
internal sealed class EvaluatorRun
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private EvaluatorRun(string folder)
    {
        Times = Read<RunTimes>(Path.Combine(folder, "timings.json"));
        Score = Read<JsonElement>(Path.Combine(folder, "summary.json")).GetProperty("scoreBits").GetString() ?? "none";
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "cases")))
            PeakMemoryBytes = Math.Max(PeakMemoryBytes, Read<JsonElement>(file).GetProperty("peakMemoryBytes").GetInt64());
        Console = string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "console")).Select(File.ReadAllText));
    }

    public static string Program { get; } = Path.Combine(Repository.Root, "artifacts", "evaluator", "evaluator");

    public RunTimes Times { get; }

    /// <summary>The score's bits.</summary>
    public string Score { get; }

    /// <summary>Of the case that needed most.</summary>
    public long PeakMemoryBytes { get; }

    /// <summary>What the predictors printed.</summary>
    public string Console { get; }

    /// <param name="arguments">All but <c>--out</c>.</param>
    public static EvaluatorRun Of(params string[] arguments)
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("budget-").FullName, "run");
        try
        {
            Execute([], ["run", .. arguments, "--out", folder, "--json"]);
            return new EvaluatorRun(folder);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    /// <summary>As people start it, for its tables.</summary>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <param name="folder">Where the run is to be left.</param>
    /// <param name="arguments">All but <c>--out</c>.</param>
    public static void Play(Dictionary<string, string> environment, string folder, params string[] arguments) =>
        Execute(environment, ["run", .. arguments, "--out", folder]);

    public static Start[] Starts(int level, int count) =>
        JsonSerializer.Deserialize<Start[]>(Execute([], ["sandbox", "--level", $"{level}", "--starts", $"{count}"]), Web)!;

    /// <summary>The same of perf/peers/MinimalStart, in a worker's place.</summary>
    public static IEnumerable<Start> MinimalStarts(int level, int count)
    {
        string minimal = Path.Combine(Repository.Root, "artifacts", "peers", "MinimalStart", "Evaluator.MinimalStart");
        if (!File.Exists(minimal))
            throw new FileNotFoundException($"There is no {minimal}; run ./run-all.sh peers first.");
        return JsonSerializer.Deserialize<Start[]>(
            Execute([], ["sandbox", "--level", $"{level}", "--starts", $"{count}", "--start", minimal]), Web)!
            .Select(start => start with { IsMinimal = true });
    }

    public static void Generate(string folder, int blockGroups) => Execute([], ["generate", folder, "--block-groups", $"{blockGroups}"]);

    /// <summary>Milliseconds a case.</summary>
    public (double Wall, double Harness, double Worker) PerCase(string stage) =>
        Times.Stages.FirstOrDefault(sum => sum.Stage == stage) is { } found
        ? (found.WallSeconds * 1000 / Times.Cases, found.HarnessCpuSeconds * 1000 / Times.Cases,
            found.WorkerCpuSeconds * 1000 / Times.Cases)
        : default;

    /// <summary>All CPU of the run, the harness's from its start on and the workers', in milliseconds a case.</summary>
    public double CpuPerCase => (Times.HarnessCpuSeconds + Times.Stages.Sum(stage => stage.WorkerCpuSeconds)) * 1000 / Times.Cases;

    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    private static string Execute(Dictionary<string, string> environment, string[] arguments)
    {
        if (!File.Exists(Program))
            throw new FileNotFoundException($"There is no {Program}; run ./run-all.sh build first.");
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"evaluator {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Web)!;
}
