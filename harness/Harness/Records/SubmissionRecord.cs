using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Harness.Records;

/// <summary>What was handed in, as <c>run.json</c> keeps it.</summary>
/// <param name="Files">Names of what was handed in: sources, or the closure of a binary.</param>
/// <param name="Rejection">Why nothing of it ran; null where it did.</param>
public sealed record SubmissionRecord(
    string Name, string Path, string? ClassName, long Bytes, string? Sha256, IReadOnlyList<string> Files, string? Rejection)
{
    /// <summary>What it is written in; null where nobody could tell.</summary>
    public Language? Language { get; init; }

    /// <summary>What made the binary out of sources; null where a binary was handed in.</summary>
    public string? Compiler { get; init; }

    internal static SubmissionRecord Of(string path, Submission? submission, string? rejection) => new(
        Submission.NameOf(path),
        System.IO.Path.GetFullPath(path),
        submission?.ClassName,
        submission?.Bytes ?? (File.Exists(path) ? new FileInfo(path).Length : 0),
        submission?.Sha256,
        submission is null ? [] : [.. submission.Files.Select(file => file.Name)],
        rejection)
    {
        Language = submission?.Language,
        Compiler = submission?.Compiler,
    };
}
