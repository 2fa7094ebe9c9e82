using Evaluator.Harness.Records;

namespace Evaluator.Cli.Exports;

/// <summary>One case of an exported run. The properties are the columns.</summary>
public sealed record CaseRow
{
    public string Case { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string? Reason { get; init; }

    public double? Score { get; init; }

    /// <summary>The score to the last bit, where a CSV reader might round.</summary>
    public string? ScoreBits { get; init; }

    public int Locations { get; init; }

    public int Events { get; init; }

    public int Unplaced { get; init; }

    public int Clamped { get; init; }

    public double CpuSeconds { get; init; }

    public double WallSeconds { get; init; }

    public long PeakMemoryBytes { get; init; }

    public long ConsoleBytes { get; init; }

    public string? Detail { get; init; }

    public static CaseRow Of(CaseResult result) => new()
    {
        Case = result.Case,
        Verdict = result.Verdict.ToString(),
        Reason = result.Reason,
        Score = result.Score,
        ScoreBits = result.ScoreBits,
        Locations = result.Locations,
        Events = result.Months.Sum(month => month.Events),
        Unplaced = result.Months.Sum(month => month.Unplaced),
        Clamped = result.Clamped,
        CpuSeconds = result.CpuSeconds,
        WallSeconds = result.WallSeconds,
        PeakMemoryBytes = result.PeakMemoryBytes,
        ConsoleBytes = result.ConsoleBytes,
        Detail = result.Detail,
    };
}
