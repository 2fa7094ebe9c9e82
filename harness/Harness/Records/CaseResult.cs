using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>The file <c>cases/BG.json</c>: what became of one case. Other programs rely on its fields (RUN-FOLDER.md).</summary>
public sealed record CaseResult
{
    /// <summary>The case's file, a path in the run folder.</summary>
    internal static string FileOf(string caseId) => $"cases/{caseId}.json";

    public required string Case { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What exactly led to the verdict (`cpu`, `idle`, `exception` …); null for Accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>0 for every verdict but Accepted; null for a HarnessFault.</summary>
    public double? Score { get; init; }

    public string? ScoreBits { get; init; }

    public IReadOnlyList<MonthResult> Months { get; init; } = [];

    public double CpuSeconds { get; init; }

    public double WallSeconds { get; init; }

    public long PeakMemoryBytes { get; init; }

    /// <summary>For people: which call, what happened. Control characters are escaped.</summary>
    public string? Detail { get; init; }

    public int Locations { get; init; }

    /// <summary>Predicted values outside [0, 10], infinities included, which were clamped.</summary>
    public int Clamped { get; init; }

    /// <summary>Bytes the predictor printed; the first MiB stands in <c>console/BG.txt</c>.</summary>
    public long ConsoleBytes { get; init; }

    /// <summary>Tries that ended in a fault of ours before this one.</summary>
    public int FaultsBefore { get; init; }

    /// <summary>The archived predictions; null unless Accepted.</summary>
    public PredictionsRecord? Predictions { get; init; }

    public IReadOnlyList<CallTime> Calls { get; init; } = [];

    /// <summary>Null in runs of evaluators that did not record it.</summary>
    public PlayedOn? PlayedOn { get; init; }

    /// <summary>Verdict, score and predictions in one text: two results of a case with the same one say the same.</summary>
    public string Bits() => $"{Verdict} {ScoreBits ?? "none"} {Predictions?.Sha256 ?? "none"}";

    /// <summary>The run's seal: which <c>run.json</c> the file belongs to.</summary>
    public string? Run { get; init; }

    /// <summary>The file's hash of itself, filled in when it is written.</summary>
    public string Seal { get; init; } = Records.Seal.Blank;
}
