namespace Evaluator.Board.Organising;

/// <summary>A submission, or a team, and why.</summary>
internal sealed record Judged(string? Submission, string? Team, string? Reason);
