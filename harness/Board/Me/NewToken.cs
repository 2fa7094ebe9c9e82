namespace Evaluator.Board.Me;

/// <summary>The body that asks for a token.</summary>
internal sealed record NewToken(string? Name, string? Scope, int Days);
