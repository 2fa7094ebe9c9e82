namespace Evaluator.Challenges;

/// <summary>What is handed in to a predictor challenge, and under which limits it is played.</summary>
public sealed record PredictorTask
{
    /// <summary>What may be handed in: <c>cs</c>, <c>vb</c>, <c>cpp</c>, <c>java</c>, <c>dll</c>, <c>jar</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>CPU time of one case, in seconds.</summary>
    public int CpuSeconds { get; init; } = 30;

    /// <summary>Memory of one case, in MiB.</summary>
    public int MemoryMebibytes { get; init; } = 1024;

    /// <summary>The largest submission, in bytes.</summary>
    public long LargestBytes { get; init; } = 1_000_000;

    /// <summary>The months of a case that are predicted, as <c>9-12</c>; null for the contest's own.</summary>
    public string? Months { get; init; }

    /// <summary>Further named profiles: a submission may be run a second time under tighter limits (LimitedHardware).</summary>
    public IReadOnlyList<HardwareProfile> Profiles { get; init; } = [];
}
