namespace Evaluator.Board.WalkIn;

/// <summary>Who walks in, as they say themselves.</summary>
/// <param name="Name">The team's name.</param>
/// <param name="Key">The team's key: what the name is claimed with, and what opens it again.</param>
/// <param name="EventCode">The code on the wall; null where none was typed.</param>
internal sealed record NewTeam(string? Name, string? Key, string? EventCode);
