namespace Evaluator.BoardSpecs.Inputs;

/// <summary>A signed profile of another board, as far as it is text.</summary>
internal sealed record SentProfile(string Board, string Handle, string At, string Key, string Nonce, string Signature);
