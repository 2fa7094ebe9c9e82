namespace Evaluator.Board.Work;

/// <summary>An evaluation that nobody waits for any longer, and the fault of ours that ended it.</summary>
internal sealed record GivenUp(string Evaluation, string Submission, string Message);
