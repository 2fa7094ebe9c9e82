using Evaluator.Harness.Records;

namespace Evaluator.Harness.Runs;

/// <summary>Told after every case that ended: so many of so many now.</summary>
public abstract record RunProgress(int Done, int Total)
{
    /// <summary>A case has its result.</summary>
    /// <param name="Predictions">The sealed predictions of an accepted case, in the order of the months.</param>
    /// <param name="Conflict">Another writer was first with a result of the case, and this one differs; null where it does not.</param>
    public sealed record Played(
        int Done, int Total, CaseResult Result, IReadOnlyList<double[]> Predictions, Conflict? Conflict) : RunProgress(Done, Total);

    /// <summary>Faults of ours left a case without a result.</summary>
    public sealed record GivenUp(int Done, int Total, FaultRecord Fault) : RunProgress(Done, Total);
}
