namespace Evaluator.Board.Store;

/// <summary>What a backup holds: blobs, their bytes, and how many of them this time's copying brought.</summary>
internal sealed record BackupReport(long Blobs, long Bytes, long New);
