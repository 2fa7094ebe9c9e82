namespace Evaluator.Jobs;

/// <summary>A submission as the board keeps it: one file, a <c>.zip</c> for a folder.</summary>
/// <param name="Name">As it was called; a plain file name.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
public sealed record HandedInFile(string Name, string Sha256, long Bytes);
