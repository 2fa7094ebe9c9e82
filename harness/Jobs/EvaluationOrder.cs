namespace Evaluator.Jobs;

/// <summary>What is to be evaluated, and how: all that a plan is made from.</summary>
public sealed record EvaluationOrder
{
    public required string Id { get; init; }

    public required HandedInFile Submission { get; init; }

    public required DataReference Data { get; init; }

    /// <summary>Which cases of the data package: example, provisional, final or all.</summary>
    public required string Set { get; init; }

    /// <summary>The first and last predicted month.</summary>
    public required string Months { get; init; }

    public required double CpuSeconds { get; init; }

    public required double WallSeconds { get; init; }

    public required int MemoryMebibytes { get; init; }

    /// <summary>The most cores that a case runs on at a time; null for all that the worker has.</summary>
    public int? Cores { get; init; }

    /// <summary>The level that a worker's sandbox must hold.</summary>
    public required int SandboxLevel { get; init; }

    /// <summary>How many cases a shard has at most.</summary>
    public required int CasesOfShard { get; init; }
}
