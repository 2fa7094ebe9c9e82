namespace Evaluator.Cluster;

/// <summary>How a batch is to be run.</summary>
/// <param name="Program">Full path of <c>evaluator</c>, the same on every node.</param>
/// <param name="Data">The data package on the nodes, where it is not where the runs were planned.</param>
/// <param name="Exclusive">Whole nodes: nobody else's programs beside ours.</param>
/// <param name="Extra">Options for sbatch, as they stand.</param>
public sealed record BatchOptions(
    string Program, TaskResources Resources, string? Data, string? Partition, bool Exclusive, IReadOnlyList<string> Extra)
{
    internal IEnumerable<string> SbatchOptions => Partition is null ? [] : [$"--partition={Partition}"];
}
