using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A promise that an answer existed: the SHA-256 of a salt of 32 bytes followed by the answer's bytes.</summary>
/// <param name="Name">The file, or <c>file#case</c>.</param>
public sealed record Commitment(string Name, Digest Hash);
