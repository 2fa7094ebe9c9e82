namespace Evaluator.Board.Teams;

/// <summary>The version of the rules that a program accepts for its person.</summary>
internal sealed record RulesVersion(int Version);
