namespace Evaluator.Board.Rewards;

/// <summary>Whether a submission is a single model, and why.</summary>
internal sealed record Attestation(string? Submission, bool Holds, string? Reason);
