namespace Evaluator.Board.HandingIn;

/// <summary>A submission that the board has, and will not lose.</summary>
/// <param name="Again">True where the same idempotency key had brought it before.</param>
internal sealed record Accepted(string Submission, string Sha256, long Bytes, bool Again);
