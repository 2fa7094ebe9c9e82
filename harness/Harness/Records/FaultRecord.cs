using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>The file <c>faults/BG.N.json</c>: one try at a case that ended in a fault of ours or of the machine.</summary>
public sealed record FaultRecord(string Case, Verdict Verdict, string Message, string? Cause, string Host, DateTimeOffset WhenUtc)
{
    /// <summary>What happened here just now.</summary>
    internal static FaultRecord Of(string caseId, HarnessFaultException fault) => new(
        caseId, Verdict.HarnessFault, fault.Message, fault.InnerException?.ToString(), Environment.MachineName, DateTimeOffset.UtcNow);
}
