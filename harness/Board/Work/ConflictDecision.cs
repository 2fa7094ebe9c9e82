namespace Evaluator.Board.Work;

/// <summary>The body that decides a conflict, or (false) opens it again.</summary>
internal sealed record ConflictDecision(bool FirstStands, string? Reason);
