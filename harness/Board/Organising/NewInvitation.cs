namespace Evaluator.Board.Organising;

/// <summary>What an invitation is to be. <c>Code</c>: one's own, for a wall; empty for one that nobody can guess.</summary>
internal sealed record NewInvitation(string? Role, string? Contest, string? Note, int Uses, int Days, string? Code);
