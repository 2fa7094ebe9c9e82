namespace Evaluator.Harness.Records;

/// <summary>A file of a run folder that is not what the run wrote.</summary>
/// <param name="File">Path in the run folder, with forward slashes.</param>
/// <param name="What">What was found and what was expected.</param>
/// <param name="Case">The case that has no usable result because of it; null where no result is lost.</param>
public sealed record Damage(string File, string What, string? Case)
{
    public override string ToString() => $"{File} {What}";
}
