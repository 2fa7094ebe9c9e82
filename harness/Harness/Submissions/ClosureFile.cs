namespace Evaluator.Harness.Submissions;

/// <summary>One file of a submission's closure.</summary>
/// <param name="Name">Its path relative to the assembly's folder, with forward slashes.</param>
/// <param name="Path">Where it was found.</param>
public readonly record struct ClosureFile(string Name, string Path);
