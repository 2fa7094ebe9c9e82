namespace Evaluator.Cli.Boards;

/// <summary>A board's public key.</summary>
/// <param name="Id">The SHA-256 of the key.</param>
internal sealed record KeyOnBoard(string Id, string Pem);
