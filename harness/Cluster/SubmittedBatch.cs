namespace Evaluator.Cluster;

/// <summary>A batch with the ids that Slurm gave its jobs.</summary>
public sealed record SubmittedBatch(Batch Batch, string ArrayJob, string MergeJob);
