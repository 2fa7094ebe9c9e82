using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>An answer that is at hand, to be held against what was promised.</summary>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="Where">Where it was found, in words.</param>
public sealed record HeldAnswer(Digest Sha256, string Where);
