using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cluster;

/// <summary>
/// Theory of operation. Planned runs stand in a folder that all nodes see; Slurm plays their shards as one array job, and a merge that
/// waits for it. The run folders are the truth about what is done, Slurm's queue about what is still to come, and there is no third place:
/// what has neither a result nor a living task is lost, and `resume` submits it again. Slurm itself starts tasks again whose node went away
/// (--requeue); not those that were killed on a node that lives, ran into their time or memory, or found a full disk. A task that is
/// started twice does no harm (<see cref="Harness.Runs.ShardRun"/>), so in doubt it is.
/// </summary>
/// <param name="root">Full path of a run folder, or of the folder of several.</param>
/// <param name="runs">The run folders in it.</param>
public sealed class Campaign(string root, IReadOnlyList<string> runs)
{
    /// <summary>slurm.md: a task costs a third of a second, so 8 to 64 in all, and never one a case.</summary>
    private const int UsualTasks = 64, MostShardsOfRun = 16, LeastCasesOfShard = 8;

    /// <summary>The runs that were never submitted.</summary>
    /// <param name="shards">Parts of a run; null for as many as are sensible.</param>
    public IReadOnlyList<ShardTask> TasksToSubmit(int? shards)
    {
        HashSet<string> submitted = [.. Batch.In(root).SelectMany(batch => batch.Tasks).Select(task => task.Run)];
        string[] fresh = [.. runs.Where(run => !submitted.Contains(run))];
        return [.. fresh.SelectMany(run => TasksOf(run, shards ?? ShardsOf(run, fresh.Length)))];
    }

    /// <summary>The shards in which results are missing and that no living task plays.</summary>
    /// <exception cref="SlurmException">squeue is not there or does not answer.</exception>
    public IReadOnlyList<ShardTask> TasksToResume()
    {
        IReadOnlyList<Batch> batches = Batch.In(root);
        HashSet<ShardTask> living = [.. Playing(batches).Select(task => task.Task)];
        return [.. batches.SelectMany(batch => batch.Tasks).Distinct().Where(task => !living.Contains(task)).GroupBy(task => task.Run)
            .SelectMany(Unfinished)];
    }

    /// <summary>Submits tasks and the merge that waits for them, and for what is still alive of earlier batches.</summary>
    /// <exception cref="SlurmException">Slurm refused.</exception>
    public SubmittedBatch Submit(IReadOnlyList<ShardTask> tasks, BatchOptions options)
    {
        string[] alive = [.. Playing(Batch.In(root)).Select(task => task.Job).Distinct()];
        return Batch.Create(root, tasks).Submit(root, options, alive);
    }

    /// <exception cref="SlurmException">squeue is not there or does not answer.</exception>
    public IReadOnlyList<LivingTask> LivingTasks() => JobQueue.Of(Batch.In(root));

    public IReadOnlyList<RunStatus> Status(IReadOnlyList<LivingTask> living) =>
        [.. runs.Select(run => RunStatus.Of(RunFolder.Open(run), living))];

    private static IEnumerable<LivingTask.Playing> Playing(IReadOnlyList<Batch> batches) =>
        JobQueue.Of(batches).OfType<LivingTask.Playing>().Where(task => !task.IsHeld);

    private static IEnumerable<ShardTask> Unfinished(IGrouping<string, ShardTask> tasks)
    {
        RunFolder folder = RunFolder.Open(tasks.Key);
        RunManifest manifest = folder.ReadManifest();
        HashSet<string> sound = [.. folder.Inspect().Results.Select(result => result.Case)];
        return tasks.Where(task => task.Missing(manifest, sound).Count > 0);
    }

    private static IEnumerable<ShardTask> TasksOf(string run, int shards)
    {
        RunManifest manifest = RunFolder.Open(run).ReadManifest();
        int most = manifest.Submission.Rejection is null ? Math.Min(shards, manifest.Cases.Count) : 0;
        return Enumerable.Range(1, most).Select(number => new ShardTask(run, new Shard(number, most)));
    }

    private static int ShardsOf(string run, int runs) => Math.Clamp(
        RunFolder.Open(run).ReadManifest().Cases.Count / LeastCasesOfShard, 1, Math.Clamp(UsualTasks / runs, 1, MostShardsOfRun));
}
