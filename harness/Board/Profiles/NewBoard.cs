namespace Evaluator.Board.Profiles;

/// <summary>A board whose word is to be taken.</summary>
internal sealed record NewBoard(string? Name, string? Pem);
