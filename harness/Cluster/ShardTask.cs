using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;

namespace Evaluator.Cluster;

/// <summary>What one task of an array job plays.</summary>
/// <param name="Run">Full path of the run folder.</param>
public sealed record ShardTask(string Run, Shard Shard)
{
    /// <summary>A line of <c>tasks.tsv</c>.</summary>
    public string Line => $"{Run}\t{Shard}";

    /// <exception cref="FormatException">The line is none of ours.</exception>
    public static ShardTask Parse(string line) => line.Split('\t') is [var run, var shard]
        ? new ShardTask(run, Shard.Parse(shard))
        : throw new FormatException($"'{line}' is no task; a run folder, a tab and a shard were expected.");

    /// <summary>Its cases that have no sound result.</summary>
    /// <param name="sound">Cases of the run that have one.</param>
    internal IReadOnlyList<string> Missing(RunManifest manifest, IReadOnlySet<string> sound) =>
        [.. Dealing.Of(manifest, Shard).Where(caseId => !sound.Contains(caseId))];
}
