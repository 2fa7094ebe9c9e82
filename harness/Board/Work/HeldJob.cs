namespace Evaluator.Board.Work;

/// <summary>A job that a worker holds, with the evaluation that it is of.</summary>
internal sealed record HeldJob(
    string Id, string Evaluation, string Kind, long Number, string Token, string Worker, long Faults,
    string Contest, string Phase, string Team, string Submission, string? Baseline, string SetName, string? Profile, long Generation);
