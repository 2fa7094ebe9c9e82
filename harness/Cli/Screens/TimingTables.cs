using System.Globalization;
using Evaluator.Harness.Timing;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>Where the time of a run went.</summary>
internal static class TimingTables
{
    public static void Print(RunTimings timings)
    {
        Table("what the run did once, ms", timings.Stages.Where(stage => stage.Stage <= Stage.Summary), 1).Print();
        if (timings.Cases > 0)
        {
            Table($"what a case took, ms, mean of {timings.Cases}", timings.Stages.Where(stage => stage.Stage > Stage.Summary),
                timings.Cases)
                .Print();
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{timings.WallSeconds:F1} s in all, on {timings.Lanes} lanes; the harness used {timings.HarnessCpuSeconds:F2} s of CPU and "
            + $"{Figures.Mebibytes(timings.HarnessPeakMemoryBytes)} MiB"));
    }

    private static FittedTable Table(string title, IEnumerable<StageTime> stages, int shares)
    {
        FittedTable table = new FittedTable(title).Text("stage").Number("times", keep: 1).Number("wall", keep: 4)
            .Number("CPU\nharness", keep: 3).Number("CPU\nworker", keep: 2);
        foreach (StageTime stage in stages)
        {
            double scale = 1000.0 / shares;
            table.Row(
                Name(stage.Stage), Figures.Count(stage.Count), Milliseconds(stage.WallSeconds * scale),
                Milliseconds(stage.HarnessCpuSeconds * scale), Milliseconds(stage.WorkerCpuSeconds * scale));
        }
        return table;
    }

    private static string Name(Stage stage) => stage switch
    {
        Stage.Check => "checking the data, reading the tables",
        Stage.Submission => "reading or compiling the submission",
        Stage.Record => "hashing what is run",
        Stage.Staging => "preparing the workers' files",
        Stage.Cases => "playing the cases",
        Stage.Again => "a sample again, beside the lanes",
        Stage.Summary => "the summary",
        Stage.Start => "start of a worker, beside the lanes",
        Stage.StaticData => "static data, beside the lanes",
        Stage.Locations => "reading the locations",
        Stage.Wait => "waiting for the worker",
        Stage.Load => "loading the plugin",
        Stage.Calls => "16 calls, compilation and transport",
        Stage.Events => "reading events and truth",
        Stage.End => "end of the worker",
        Stage.Scoring => "scoring",
        Stage.Writing => "writing results",
        Stage.Idle => "idle at the end",
        _ => throw new InvalidOperationException($"no name for {stage}"),
    };

    private static string Milliseconds(double milliseconds) => milliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
