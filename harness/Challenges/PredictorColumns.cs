namespace Evaluator.Challenges;

/// <summary>What a predictor's evaluation measures, by the names that columns have.</summary>
public static class PredictorColumns
{
    /// <summary>The mean score over the cases of the set.</summary>
    public const string Score = "score";

    /// <summary>The share of accepted cases, 0 to 1.</summary>
    public const string Accepted = "accepted";

    /// <summary>CPU time of the slowest case, in seconds.</summary>
    public const string CpuSeconds = "cpuSeconds";

    /// <summary>CPU time of all cases, in seconds.</summary>
    public const string CpuSecondsInTotal = "cpuSecondsInTotal";

    /// <summary>The most memory of a case, in MiB.</summary>
    public const string PeakMemory = "peakMemory";

    public static IReadOnlyList<string> All { get; } = [Score, Accepted, CpuSeconds, CpuSecondsInTotal, PeakMemory];
}
