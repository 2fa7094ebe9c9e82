namespace Evaluator.Confinement.Repositories;

/// <summary>A file of a commit.</summary>
/// <param name="Path">From the root of what was asked for, with forward slashes.</param>
public sealed record CommittedFile(string Path, byte[] Content);
