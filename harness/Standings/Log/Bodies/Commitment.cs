using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A promise that an answer existed: the SHA-256 of a salt of 32 bytes followed by the answer's own SHA-256.</summary>
/// <param name="Name">
/// The file of a table of answers. A case has a number, <c>0017-months-9-12</c>: which cases a closed set has is a secret too.
/// </param>
public sealed record Commitment(string Name, Digest Hash);
