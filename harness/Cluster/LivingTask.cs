namespace Evaluator.Cluster;

/// <summary>A task of a batch that Slurm has not ended: it waits, or runs.</summary>
/// <param name="Job">Id of the array job, or of the merge.</param>
/// <param name="State">Slurm's word: PENDING, RUNNING, COMPLETING …</param>
/// <param name="Where">The node it runs on, or, in parentheses, why it waits.</param>
public abstract record LivingTask(string Job, string State, string Where)
{
    /// <summary>
    /// Slurm will not start it unless somebody releases it, as after a launch that failed (`launch_failed_requeued_held`, `JobHeldUser`):
    /// nobody may wait for it.
    /// </summary>
    public bool IsHeld => Where.Contains("held", StringComparison.OrdinalIgnoreCase);

    /// <summary>A task that is completing has still to write what it has; one that waits will come.</summary>
    public bool Runs => State is not ("PENDING" or "CONFIGURING" or "REQUEUED" or "SUSPENDED");

    /// <summary>Plays a shard.</summary>
    public sealed record Playing(string Job, string State, string Where, ShardTask Task) : LivingTask(Job, State, Where);

    /// <summary>Folds a batch's results.</summary>
    public sealed record Merging(string Job, string State, string Where) : LivingTask(Job, State, Where);
}
