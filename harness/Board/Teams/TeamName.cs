namespace Evaluator.Board.Teams;

/// <summary>The name that a team is to have.</summary>
internal sealed record TeamName(string? Name);
