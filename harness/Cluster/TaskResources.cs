using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Cluster;

/// <summary>What a task asks Slurm for, from the limits that every case may use up.</summary>
/// <param name="Workers">Cases at the same time, a core each.</param>
public sealed record TaskResources(int Workers, int MemoryMebibytes, int Minutes)
{
    /// <summary>
    /// The harness, which peaked at 144 MiB over a shard of 68 cases at two workers, and the page cache that Slurm charges to the task.
    /// </summary>
    private const int HarnessMebibytes = 512;

    /// <summary>
    /// What stands beside a worker: bubblewrap, and the spare that waits for the next case with the tables in its memory.
    /// </summary>
    private const int MebibytesBesideWorker = 192;

    /// <summary>To start, to test the sandbox, to compile the submission, to play faults again.</summary>
    private const int MinutesBeside = 5;

    /// <summary>Enough for a shard all of whose cases last as long as they may.</summary>
    public static TaskResources For(IEnumerable<ShardTask> tasks, int workers)
    {
        int memory = 0, minutes = 0;
        foreach (ShardTask task in tasks)
        {
            RunManifest manifest = RunFolder.Open(task.Run).ReadManifest();
            Limits limits = manifest.Limits;
            int turns = (Dealing.Of(manifest, task.Shard).Count + workers - 1) / workers;
            memory = Math.Max(memory, HarnessMebibytes + workers * (limits.MemoryMebibytes + MebibytesBesideWorker));
            minutes = Math.Max(minutes, MinutesBeside + (int)Math.Ceiling(turns * limits.WallSeconds / 60));
        }
        return new TaskResources(workers, memory, minutes);
    }

    internal IEnumerable<string> SbatchOptions =>
    [
        "--ntasks=1",
        string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={Workers}"),
        string.Create(CultureInfo.InvariantCulture, $"--mem={MemoryMebibytes}M"),
        string.Create(CultureInfo.InvariantCulture, $"--time={Minutes}"),
    ];
}
