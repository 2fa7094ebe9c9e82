namespace Evaluator.Jobs;

/// <summary>A job that is this worker's as long as it sends heartbeats.</summary>
public sealed record Lease
{
    public required string Job { get; init; }

    public required JobKind Kind { get; init; }

    /// <summary>Goes with all that is posted for the job; whoever has another key holds it no longer.</summary>
    public required string Key { get; init; }

    /// <summary>Seconds from one heartbeat to the next; three that fail to come give the job to somebody else.</summary>
    public required double HeartbeatSeconds { get; init; }

    public required EvaluationOrder Evaluation { get; init; }

    /// <summary>Of a shard: which part of the run it is, as 3/8.</summary>
    public string? Part { get; init; }

    /// <summary>Of a shard: its cases that have no result yet, in the order in which they are to be begun.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];
}
