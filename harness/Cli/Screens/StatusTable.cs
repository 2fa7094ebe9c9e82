using System.Globalization;
using Evaluator.Cluster;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>How far a campaign is: a row a run, then what Slurm still has to do.</summary>
internal static class StatusTable
{
    public static void Print(IReadOnlyList<RunStatus> runs, IReadOnlyList<LivingTask> living)
    {
        FittedTable table = new FittedTable().Text("run").Number("cases").Number("done").Number("running").Number("waiting", keep: 4)
            .Number("lost").Number("damaged", keep: 3).Number("conflicts", keep: 2);
        foreach (RunStatus run in runs)
        {
            table.Row(
                Path.GetFileName(run.Folder.Path), Figures.Count(run.Cases), Figures.Count(run.Done), Figures.Count(run.Running),
                Figures.Count(run.Waiting), new Cell(Figures.Count(run.Lost), run.Lost == 0 ? null : "red"),
                Figures.Count(run.Damaged.Count), Figures.Count(run.Conflicts.Count));
        }
        table.Print();
        foreach (RunStatus run in runs)
        {
            foreach (Damage damage in run.Damaged)
                Console.Error.WriteLine($"damaged: {Path.Combine(run.Folder.Path, damage.ToString())}");
            foreach (Conflict conflict in run.Conflicts)
                Console.Error.WriteLine($"conflict: {Path.Combine(run.Folder.Path, conflict.ToString())}");
        }
        PrintQueue(living);
        PrintOutlook(runs, living.Count(task => task is LivingTask.Playing && task.Runs));
    }

    private static void PrintQueue(IReadOnlyList<LivingTask> living)
    {
        foreach (IGrouping<(string Job, string State, string Where), LivingTask> same in living.GroupBy(
            task => (task.Job, task.State, task.Where)))
        {
            bool merge = same.First() is LivingTask.Merging;
            string tasks = merge ? "" : same.Count() == 1 ? "1 task " : $"{same.Count()} tasks ";
            Console.Out.WriteLine($"{(merge ? "merge job" : "array job")} {same.Key.Job}: {tasks}{same.Key.State} {same.Key.Where}");
        }
    }

    private static void PrintOutlook(IReadOnlyList<RunStatus> runs, int running)
    {
        int lost = runs.Sum(run => run.Lost);
        if (lost > 0)
            Console.Out.WriteLine($"{lost} cases are lost: no task plays them. `evaluator slurm resume` submits them.");
        if (runs.All(run => run.Complete))
            Console.Out.WriteLine("all cases have a result");
        else if (running > 0 && runs.All(run => run.CoreTimeLeft is not null))
        {
            // One case at a time a task would take so long; tasks play several, so it is the most it may take.
            TimeSpan left = runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.CoreTimeLeft!.Value) / running;
            Console.Out.WriteLine(
                $"at most {left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)} left with the "
                + $"{(running == 1 ? "task that runs" : $"{running} tasks that run")} now");
        }
    }
}
