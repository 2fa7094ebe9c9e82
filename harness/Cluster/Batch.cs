using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Cluster;

/// <summary>
/// One submission: the folder <c>slurm/N</c> beside what was submitted, with <c>tasks.tsv</c> (line K is what array task K plays), the two
/// job scripts, the tasks' output, and <c>jobs.txt</c> with the ids. Its jobs are found by their name, so a batch whose submitter died
/// before it had written the ids is no mystery.
/// </summary>
public sealed class Batch
{
    private const string TasksFile = "tasks.tsv";

    private Batch(string folder, IReadOnlyList<ShardTask> tasks) => (Folder, Tasks) = (folder, tasks);

    public string Folder { get; }

    public IReadOnlyList<ShardTask> Tasks { get; }

    /// <summary>Of the array job; unique to the run and the batch.</summary>
    public string JobName => $"evaluator-{RunFolder.Open(Tasks[0].Run).ReadManifest().Seal[..12]}-{Path.GetFileName(Folder)}";

    public string MergeJobName => $"{JobName}-merge";

    /// <param name="root">A run folder, or the folder of several.</param>
    public static IReadOnlyList<Batch> In(string root)
    {
        string parent = Path.Combine(root, "slurm");
        if (!Directory.Exists(parent))
            return [];
        return
        [
            .. Directory.EnumerateDirectories(parent).Where(folder => File.Exists(Path.Combine(folder, TasksFile)))
                .OrderBy(folder => folder.Length).ThenBy(folder => folder, StringComparer.Ordinal)
                .Select(folder => new Batch(folder, [.. File.ReadLines(Path.Combine(folder, TasksFile)).Select(ShardTask.Parse)])),
        ];
    }

    /// <summary>Writes down what is to be submitted.</summary>
    public static Batch Create(string root, IReadOnlyList<ShardTask> tasks)
    {
        for (int number = 1; ; number++)
        {
            string folder = Path.Combine(root, "slurm", $"{number}");
            if (Directory.Exists(folder))
                continue;
            Directory.CreateDirectory(folder);
            File.WriteAllLines(Path.Combine(folder, TasksFile), tasks.Select(task => task.Line));
            return new Batch(folder, tasks);
        }
    }

    /// <summary>Submits the array job and the merge that waits for it.</summary>
    /// <param name="mergeAfter">Array jobs of earlier batches that are still alive: the merge waits for them too.</param>
    /// <exception cref="SlurmException">Slurm refused.</exception>
    public SubmittedBatch Submit(string root, BatchOptions options, IEnumerable<string> mergeAfter)
    {
        string shardScript = Write("shard.sh", JobScript.OfShards(Path.Combine(Folder, TasksFile), options));
        string mergeScript = Write("merge.sh", JobScript.OfMerge(root, options));
        string[] common = [.. options.SbatchOptions, .. options.Extra];
        string array = SubmitOrForget([
            $"--job-name={JobName}", $"--array=1-{Tasks.Count}", $"--output={Path.Combine(Folder, "task-%a.log")}", "--open-mode=append",
            "--requeue",
            .. options.Resources.SbatchOptions, .. options.Exclusive ? (string[])["--exclusive"] : [], .. common, shardScript]);
        File.WriteAllText(Path.Combine(Folder, "jobs.txt"), $"array {array}\n");
        string merge = SubmitMerge(array, [
            $"--job-name={MergeJobName}", $"--dependency=afterany:{string.Join(':', [array, .. mergeAfter])}",
            $"--output={Path.Combine(Folder, "merge.log")}",
            "--open-mode=append", "--requeue", "--ntasks=1", "--mem=1024M", "--time=60", .. common, mergeScript]);
        File.AppendAllText(Path.Combine(Folder, "jobs.txt"), $"merge {merge}\n");
        return new SubmittedBatch(this, array, merge);
    }

    /// <summary>What Slurm refused can be submitted again, without the batch's folder. In doubt a task is played twice.</summary>
    private string SubmitOrForget(IReadOnlyList<string> arguments)
    {
        try
        {
            return Sbatch(arguments);
        }
        catch (SlurmException)
        {
            Directory.Delete(Folder, recursive: true);
            throw;
        }
    }

    private static string SubmitMerge(string array, IReadOnlyList<string> arguments)
    {
        try
        {
            return Sbatch(arguments);
        }
        catch (SlurmException refused)
        {
            throw new SlurmException(
                $"the shards are submitted as array job {array}, the merge that waits for them is not; when they are done, call "
                + $"`evaluator merge`. {refused.Message}",
                refused);
        }
    }

    private string Write(string name, string content)
    {
        string file = Path.Combine(Folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    /// <returns>The job's id.</returns>
    private static string Sbatch(IReadOnlyList<string> arguments)
    {
        string answer = SlurmTool.Run("sbatch", ["--parsable", .. arguments]).Trim(), job = answer.Split(';')[0];
        return job.Length > 0 && job.All(char.IsAsciiDigit)
            ? job
            : throw new SlurmException($"sbatch answered '{answer}' instead of a job's number. Is it Slurm's own? `type sbatch` says.");
    }
}
