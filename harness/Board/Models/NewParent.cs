namespace Evaluator.Board.Models;

/// <summary>What a submission is based on.</summary>
internal sealed record NewParent(string? Parent);
