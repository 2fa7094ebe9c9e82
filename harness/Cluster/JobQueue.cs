namespace Evaluator.Cluster;

/// <summary>What Slurm still has to do of some batches, asked of squeue.</summary>
internal static class JobQueue
{
    /// <summary>Name, array job, array task, state, and the node or the reason.</summary>
    private const string Format = "%j|%F|%K|%T|%R";

    /// <exception cref="SlurmException">squeue is not there or does not answer.</exception>
    public static IReadOnlyList<LivingTask> Of(IReadOnlyList<Batch> batches)
    {
        if (batches.Count == 0)
            return [];
        Dictionary<string, Batch> byName = batches.ToDictionary(batch => batch.JobName);
        string names = string.Join(',', batches.SelectMany(batch => (string[])[batch.JobName, batch.MergeJobName]));
        string output = SlurmTool.Run("squeue", "--array", "--noheader", $"--name={names}", $"--format={Format}");
        return Parse(output, byName);
    }

    internal static IReadOnlyList<LivingTask> Parse(string output, IReadOnlyDictionary<string, Batch> byName)
    {
        List<LivingTask> living = [];
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split('|', 5) is not [var name, var job, var index, var state, var where])
                throw new SlurmException($"squeue printed '{line}'; five fields were asked for ({Format}).");
            if (!byName.TryGetValue(name, out Batch? batch))
                living.Add(new LivingTask.Merging(job, state, where));
            else if (int.TryParse(index, out int number) && number >= 1 && number <= batch.Tasks.Count)
                living.Add(new LivingTask.Playing(job, state, where, batch.Tasks[number - 1]));
        }
        return living;
    }
}
