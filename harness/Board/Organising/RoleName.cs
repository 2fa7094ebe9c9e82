namespace Evaluator.Board.Organising;

/// <summary>The role that somebody is to have.</summary>
internal sealed record RoleName(string? Role);
