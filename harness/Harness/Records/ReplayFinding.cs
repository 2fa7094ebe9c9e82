using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>What playing a case again showed.</summary>
/// <param name="Recorded">The verdict of the run.</param>
/// <param name="Replayed">The verdict now; HarnessFault where we could not play it, and so know nothing.</param>
/// <param name="Difference">The first predicted value that differs; null where none does, and where there are none to compare.</param>
/// <param name="Detail">Of the verdict now; null for Accepted.</param>
public sealed record ReplayFinding(string Case, Verdict Recorded, Verdict Replayed, PredictionDifference? Difference, string? Detail)
{
    /// <summary>Whether the predictor did the same twice.</summary>
    public bool Same => Recorded == Replayed && Difference is null;

    /// <summary>Whether anything was found out.</summary>
    public bool Known => Replayed != Verdict.HarnessFault;

    internal static ReplayFinding Unknown(FaultRecord fault) => new(fault.Case, fault.Verdict, Verdict.HarnessFault, null, fault.Message);
}
