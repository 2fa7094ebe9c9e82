namespace Evaluator.Jobs;

/// <summary>A file of an evaluation's run folder that the board keeps.</summary>
/// <param name="Name">Path in the run folder, with forward slashes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
public sealed record RunFile(string Name, string Sha256, long Bytes);
