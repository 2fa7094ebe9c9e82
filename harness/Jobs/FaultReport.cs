namespace Evaluator.Jobs;

/// <summary>
/// The job could not be done, for a reason of ours or of the machine: <c>POST /api/v1/work/{job}/faults</c>. It charges nobody.
/// </summary>
/// <param name="Message">For organisers: what happened, and what to do.</param>
public sealed record FaultReport(string Message);
