using Evaluator.Benchmarks.Budget;
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
        return new Dictionary<string, Figure>
        {
            ["a case of Zero: CPU / minimal start"] = new(cases.Select(turn => turn.MinimalStartsPerCase)),
            ["a bare start: CPU / minimal start"] = new(cases.Select(turn => turn.Cpu(3) / turn.MinimalCpu)),
            ["a bare start: compiles something (1) or nothing (0)"] = new(WorkerCompilation.IsNeededBeforeHello() ? 1 : 0),
            ["a run of Zero: MiB of the harness"] = new(cases.Select(turn => turn.Run.Times.HarnessPeakMemoryBytes / 1048576.0)),
            ["evaluator --version: CPU / hello world"] = CommandRace.Of("--version"),
        };
    }
}
