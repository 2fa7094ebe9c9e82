namespace Evaluator.Board.Work;

/// <summary>A row of a job that may be leased.</summary>
internal sealed record FreeJob(
    string Id, string Evaluation, string Kind, string? Part, string State, long Losses, string Contest, string Team, string WorkOrder);
