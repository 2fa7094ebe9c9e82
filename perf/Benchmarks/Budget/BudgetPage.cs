using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Evaluator.Benchmarks.Budget;

/// <summary>The budget as a page for perf/results.</summary>
internal static class BudgetPage
{
    public static string Write(CaseBudget budget, string package)
    {
        var page = new StringBuilder();
        void Line(string line) => page.AppendLine(line);    // the culture is invariant in every process of ours
        double start = budget.Cpu(3);
        RunTimes times = budget.Run.Times;
        Line($"# Where the time of a case goes, {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"");
        Line($"`Zero` over {times.Cases} cases of {package}, {times.Lanes} lanes, {Environment.ProcessorCount} cores; "
            + $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}.");
        Line($"Milliseconds a case, mean. A bare start is our worker in our sandbox that says hello and leaves: {start:0.0} ms of CPU, "
            + $"{budget.Wall(3):0.0} ms wall (medians).");
        Line($"A minimal start, of a program that does no more than that (perf/peers/MinimalStart): {budget.MinimalCpu:0.0} ms of CPU.");
        Line($"");
        Line($"| stage | wall | CPU harness | CPU worker | bare starts |");
        Line($"|---|---:|---:|---:|---:|");
        foreach ((string stage, string name) in CaseBudget.Stages)
        {
            (double wall, double harness, double worker) = budget.Run.PerCase(stage);
            Line($"| {name} | {wall:0.0} | {harness:0.0} | {worker:0.0} | {(harness + worker) / start:0.00} |");
        }
        double inStages = CaseBudget.Stages.Sum(stage => budget.Run.PerCase(stage.Stage).Harness);
        double rest = times.HarnessCpuSeconds * 1000 / times.Cases - inStages;
        Line($"| the run's start and end, watchdog, collector, compilation of the harness | | {rest:0.0} | | {rest / start:0.00} |");
        Line($"| **all** | | | **{budget.Run.CpuPerCase:0.0}** | **{budget.StartsPerCase:0.00}** |");
        Line($"| the same in minimal starts | | | | {budget.MinimalStartsPerCase:0.00} |");
        Line($"");
        Line($"The start and the static data are done beside the lanes, while another case is played. Of compilation the runtime itself "
            + "says:");
        Line($"{budget.Diary[0]:0.0} ms before the predictor's instance, {budget.Diary[1]:0.0} ms in all, {budget.Diary[2]:0} methods; "
            + $"{budget.Diary[3]:0.0} ms of collections.");
        Line($"The run took {times.WallSeconds:0.0} s, the harness at most {times.HarnessPeakMemoryBytes / 1048576.0:0} MiB.");
        Line($"");
        Line($"## What the sandbox adds");
        Line($"");
        Line($"| | level 3 | level 0 | added |");
        Line($"|---|---:|---:|---:|");
        Line($"| bare start, CPU ms | {start:0.0} | {budget.Cpu(0):0.0} | {budget.Added.Cpu:0.0} |");
        Line($"| bare start, wall ms | {budget.Wall(3):0.0} | {budget.Wall(0):0.0} | {budget.Added.Wall:0.0} |");
        Line($"| a run of Zero, wall ms a case | {budget.Run.Times.WallSeconds * 1000 / times.Cases:0.0} | "
            + $"{budget.Bare.Times.WallSeconds * 1000 / times.Cases:0.0} | "
                + $"{(budget.Run.Times.WallSeconds - budget.Bare.Times.WallSeconds) * 1000 / times.Cases:0.0} |");
        Line($"");
        if (budget.FullCores is { } full)
            page.Append(FullCores(full.OneSecond, full.Zero)).AppendLine();
        if (budget.Fast is { } fast)
            page.Append(Fast(fast)).AppendLine();
        Line($"## What a language costs a case");
        Line($"");
        Line($"`SmoothedRate`, the five example cases.");
        Line($"");
        Line($"| language | start, wall ms | start, CPU ms | static data, CPU ms | load, CPU ms | calls, CPU ms | peak MiB |");
        Line($"|---|---:|---:|---:|---:|---:|---:|");
        foreach ((string language, EvaluatorRun run) in budget.Languages)
        {
            (double wall, _, double cpu) = run.PerCase("Start");
            Line($"| {language} | {wall:0.0} | {cpu:0.0} | {run.PerCase("StaticData").Worker:0.0} | {run.PerCase("Load").Worker:0.0} | "
                + $"{run.PerCase("Calls").Worker:0.0} | {run.PeakMemoryBytes / 1048576.0:0} |");
        }
        foreach (string absent in budget.Absent)
            page.AppendLine().AppendLine($"Absent: {absent}");
        return page.ToString();
    }

    /// <summary>What <c>run --fast</c> takes against the straightforward runner, and how fast tables are read.</summary>
    public static string Fast(FastRace race) => string.Create(CultureInfo.InvariantCulture, $"""
        ## `run --fast`, and reading tables

        | `Zero` over all cases, best of three turns | s | of `run --fast` |
        |---|---:|---:|
        | `run --fast`, with two cases played again in fresh processes | {race.Fast:0.00} | |
        | straightforward runner, literal scoring | {race.Literal:0.00} | {race.Literal / race.Fast:0.00} |
        | straightforward runner, plain scoring | {race.Plain:0.00} | {race.Plain / race.Fast:0.00} |

        Parcels and addresses, warm, one core: {race.GigabytesOfLines:0.00} GB/s in lines without a string,
        {race.GigabytesOfStrings:0.00} GB/s by `File.ReadLines`.

        """);

    /// <summary>What a run takes whose predictor takes a second of CPU a case, against what it must take.</summary>
    public static string FullCores(EvaluatorRun oneSecond, EvaluatorRun zero)
    {
        RunTimes times = oneSecond.Times;
        double compiling = oneSecond.PerCase("Submission").Wall * times.Cases / 1000, wall = times.WallSeconds - compiling;
        double cpu = times.HarnessCpuSeconds + times.Stages.Sum(stage => stage.WorkerCpuSeconds);
        double least = times.Cases * (1 + zero.CpuPerCase / 1000) / times.Lanes;
        return string.Create(CultureInfo.InvariantCulture, $"""
            ## A predictor that takes a second of CPU a case

            {times.Cases} cases on {times.Lanes} lanes: {wall:0.0} s, without the {compiling:0.0} s in which its source is compiled.
            {times.Cases} x (1 s + {zero.CpuPerCase:0} ms, what a case of Zero takes over
            the same cases) / {times.Lanes} = {least:0.0} s; ratio {wall / least:0.000}.
            The harness and its workers used {cpu:0.0} s of CPU:
            the cores were busy for {100 * cpu / (wall * times.Lanes):0.0} % of that time.

            """);
    }
}
