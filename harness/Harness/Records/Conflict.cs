using Evaluator.Harness.Storage;

namespace Evaluator.Harness.Records;

/// <summary>
/// A second result of a case that differs from the first, kept in <c>conflicts/</c>: somebody else played the case too, and got other bits.
/// The first counts. It says that the predictor is not deterministic, or that a machine is broken.
/// </summary>
/// <param name="File">The second result, a path in the run folder.</param>
/// <param name="What">In what the two differ.</param>
public sealed record Conflict(string Case, string File, string What)
{
    public override string ToString() =>
        $"{File} is a second result of {Case} and differs: {What}. {CaseResult.FileOf(Case)} was there first and counts.";
}
