namespace Evaluator.Board.Organising;

/// <summary>What is to be evaluated again, and why.</summary>
internal sealed record NewRejudge(IReadOnlyList<string>? Submissions, string? Reason);
