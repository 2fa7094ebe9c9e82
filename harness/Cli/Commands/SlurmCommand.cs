using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Cluster;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator slurm</c>: planned runs on a Slurm cluster.</summary>
internal static class SlurmCommand
{
    private static readonly Argument<string> Run = new("RUN")
    {
        Description = "A run folder that `evaluator plan` wrote, or the folder of several, on a file system that all nodes share.",
    };

    private static readonly Argument<string[]> Extra = new("SBATCH")
    {
        Description = "After --: options for sbatch, as they stand.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<int?> Shards = new Option<int?>("--shards")
    {
        Description = "Parts of each run. [default: 64 tasks in all, 1 to 16 a run]",
    }.Within(1, 1_000_000);

    private static readonly Option<int> Workers = new Option<int>("--workers")
    {
        Description = "Cases at the same time in a task: a core and the memory limit each.",
        DefaultValueFactory = _ => 2,
    }.Within(1, RunOptions.MostWorkers);

    private static readonly Option<string?> Partition = new("--partition")
    {
        Description = "The partition to run in. [default: the cluster's]",
    };

    private static readonly Option<bool> Exclusive = new("--exclusive")
    {
        Description = "Whole nodes, so that nobody else's programs disturb the times.",
    };

    private static readonly Option<int?> Time = new Option<int?>("--time")
    {
        Description = "Minutes a task may take. [default: as if every case took its whole limit]",
    }.Within(1, 1_000_000);

    private static readonly Option<int?> Memory = new Option<int?>("--mem")
    {
        Description = "MiB a task may take. [default: from the memory limit and the workers]",
    }.Within(1, 16 * RunOptions.MostMebibytes);

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data package on the nodes. [default: where it was planned]",
    };

    public static Command Create() => new("slurm", "Play planned runs on a Slurm cluster.") { Submit(), Status(), Resume() };

    private static Command Submit()
    {
        var command = new Command("submit", """
            Submit an array job that plays the shards, and a merge that waits for it. Prints the ids of both.

            Examples:
              evaluator slurm submit runs/mine --shards 8
              evaluator slurm submit runs --partition long --exclusive        every run in the folder, one array job
              evaluator slurm submit runs/mine -- --account=contest --qos=low
            """)
        {
            Run, Extra, Shards, Workers, Partition, Exclusive, Time, Memory, Data,
        };
        command.SetAction(result =>
        {
            (string root, Campaign campaign) = Open(result);
            IReadOnlyList<ShardTask> tasks = campaign.TasksToSubmit(result.GetValue(Shards));
            if (tasks.Count == 0)
            {
                throw new UsageException($"everything in {root} that can be played was submitted already. "
                    + "`evaluator slurm status` says how far it is, `evaluator slurm resume` submits what is lost.");
            }
            return Report(campaign.Submit(tasks, Options(result, tasks)));
        });
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", """
            How many cases are done, running, waiting and lost, and how long it may take.

            Examples:
              evaluator slurm status runs/mine
              evaluator slurm status runs --json     every planned run in the folder, for programs

            Exit codes: 0 all done; 3 not yet.
            """)
        {
            Run, JsonOutput.Asked,
        };
        command.SetAction(result =>
        {
            (_, Campaign campaign) = Open(result);
            IReadOnlyList<LivingTask> living = campaign.LivingTasks();
            IReadOnlyList<RunStatus> runs = campaign.Status(living);
            if (result.GetValue(JsonOutput.Asked))
            {
                JsonOutput.Print(runs.Select(run => new
                {
                    Folder = run.Folder.Path,
                    run.Cases,
                    run.Done,
                    run.Running,
                    run.Waiting,
                    run.Lost,
                    Damaged = run.Damaged.Count,
                    Conflicts = run.Conflicts.Count,
                }));
            }
            else
                StatusTable.Print(runs, living);
            return runs.All(run => run.Complete) ? ExitCode.Good : ExitCode.Incomplete;
        });
        return command;
    }

    private static Command Resume()
    {
        var command = new Command("resume", """
            Submit the shards in which results are missing and that no task plays or will play, and a new merge.

            Examples:
              evaluator slurm resume runs/mine
              evaluator slurm resume runs --partition long
            """)
        {
            Run, Extra, Workers, Partition, Exclusive, Time, Memory, Data,
        };
        command.SetAction(result =>
        {
            (string root, Campaign campaign) = Open(result);
            IReadOnlyList<ShardTask> tasks = campaign.TasksToResume();
            if (tasks.Count > 0)
                return Report(campaign.Submit(tasks, Options(result, tasks)));
            Console.Out.WriteLine(campaign.LivingTasks().Count > 0
                ? $"nothing is lost in {root}: what is missing is running or waiting."
                : $"nothing is missing in {root}. `evaluator merge {root}` makes the summary, if the merge job has not.");
            return ExitCode.Good;
        });
        return command;
    }

    private static (string Root, Campaign Campaign) Open(ParseResult command)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(command.GetRequiredValue(Run)));
        return (root, new Campaign(root, RunFolders.In(root)));
    }

    private static BatchOptions Options(ParseResult command, IReadOnlyList<ShardTask> tasks)
    {
        int workers = command.GetValue(Workers);
        TaskResources resources = TaskResources.For(tasks, workers);
        resources = resources with
        {
            Minutes = command.GetValue(Time) ?? resources.Minutes,
            MemoryMebibytes = command.GetValue(Memory) ?? resources.MemoryMebibytes,
        };
        string? data = command.GetValue(Data) is { } given ? Path.GetFullPath(given) : null;
        return new BatchOptions(
            Environment.ProcessPath!, resources, data, command.GetValue(Partition), command.GetValue(Exclusive), command.GetValue(Extra)
                ?? []);
    }

    private static int Report(SubmittedBatch batch)
    {
        Console.Out.WriteLine($"submitted array job {batch.ArrayJob} ({batch.Batch.Tasks.Count} tasks), merge job {batch.MergeJob}");
        Console.Out.WriteLine($"scripts and output: {batch.Batch.Folder}");
        return ExitCode.Good;
    }
}
