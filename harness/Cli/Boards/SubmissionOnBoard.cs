namespace Evaluator.Cli.Boards;

/// <summary>How far a submission is, as a board's API tells its team.</summary>
/// <param name="Step">queued, running or done.</param>
/// <param name="Outcome">scored, failed, refused or unsettled; null while it is not done.</param>
/// <param name="Says">The same in words.</param>
/// <param name="Why">Why nothing of it could run; null where it could.</param>
/// <param name="Values">What is released, by column; null where nothing is.</param>
internal sealed record SubmissionOnBoard(
    string Id, string Contest, string Phase, string Step, string? Outcome, string Says, string? Why,
    IReadOnlyDictionary<string, decimal?>? Values)
{
    public bool IsDone => Step == "done";
}
