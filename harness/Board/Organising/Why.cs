namespace Evaluator.Board.Organising;

/// <summary>A reason; it stands in the log, sealed.</summary>
internal sealed record Why(string? Reason);
