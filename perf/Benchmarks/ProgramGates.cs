using Evaluator.Benchmarks.Budget;
using Evaluator.Specs;

namespace Evaluator.Benchmarks;

/// <summary>The gates that start the published program: what a case, a fast run and a command cost.</summary>
internal static class ProgramGates
{
    private const int Turns = 3;

    public static Dictionary<string, Figure> Measure()
    {
        using var city = new SmallCity(blockGroups: 40);
        var cases = new List<CaseBudget>();
        for (int turn = 0; turn < Turns; turn++)
            cases.Add(CaseBudget.OfCity(city.Folder));
        using var whole = new SmallCity(blockGroups: 544);
        (Figure first, Figure again) = Shows(whole);
        return new Dictionary<string, Figure>
        {
            ["a case of Zero: CPU / minimal start"] = new(cases.Select(turn => turn.MinimalStartsPerCase)),
            ["a bare start: CPU / minimal start"] = new(cases.Select(turn => turn.Cpu(3) / turn.MinimalCpu)),
            ["a bare start: compiles something (1) or nothing (0)"] = new(WorkerCompilation.IsNeededBeforeHello() ? 1 : 0),
            ["a run of Zero: MiB of the harness"] = new(cases.Select(turn => turn.Run.Times.HarnessPeakMemoryBytes / 1048576.0)),
            ["run --fast, 544 cases: time / straightforward runner"] = new(FastRace.Ratios(whole.Folder)),
            ["evaluator --version: CPU / hello world"] = CommandRace.Of("--version"),
            ["evaluator show after run, 544 cases: CPU / hello world"] = again,
            ["evaluator show, 544 cases, made elsewhere: CPU / hello world"] = first,
        };
    }

    /// <returns>With nowhere to keep what is shown; and of a run whose end was kept, of five starts the middle one.</returns>
    private static (Figure First, Figure Again) Shows(SmallCity city)
    {
        const string cache = "XDG_CACHE_HOME";
        string folder = Directory.CreateTempSubdirectory("gates-").FullName;
        try
        {
            var kept = new Dictionary<string, string> { [cache] = Path.Combine(folder, "cache") };
            string run = Path.Combine(folder, "run");
            EvaluatorRun.Play(kept, run, Path.Combine(Repository.Root, "artifacts", "plugins", "Zero", "Zero.dll"), "--data", city.Folder);
            return (CommandRace.Of(new Dictionary<string, string> { [cache] = "/proc/nowhere" }, "show", run),
                CommandRace.Of(kept, "show", run));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
