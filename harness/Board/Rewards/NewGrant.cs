namespace Evaluator.Board.Rewards;

/// <summary>Points that an organiser gives a team, and why.</summary>
internal sealed record NewGrant(string? Team, int Points, string? Reason);
