namespace Evaluator.Standings.Log.Bodies;

/// <summary>The salt of a <see cref="Commitment"/>.</summary>
/// <param name="Salt">32 bytes as 64 small hexadecimal digits.</param>
public sealed record RevealedSalt(string Name, string Salt);
