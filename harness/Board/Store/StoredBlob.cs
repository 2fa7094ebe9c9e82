namespace Evaluator.Board.Store;

/// <summary>What was kept: its SHA-256 in lower-case hex, and its size in bytes.</summary>
internal sealed record StoredBlob(string Sha256, long Size);
