using Evaluator.Harness.Submissions;

namespace Evaluator.Harness.Runs;

/// <summary>What was handed in, as <c>run.json</c> keeps it.</summary>
/// <param name="Rejection">Why nothing of it ran; null where it did.</param>
public sealed record SubmissionRecord(string Name, string Path, string? ClassName, long Bytes, string? Sha256, IReadOnlyList<string> Files, string? Rejection)
{
    internal static SubmissionRecord Of(string path, Submission? submission, string? rejection) => new(
        System.IO.Path.GetFileNameWithoutExtension(path),
        System.IO.Path.GetFullPath(path),
        submission?.ClassName,
        submission?.Bytes ?? new FileInfo(path).Length,
        submission?.Sha256,
        submission is null ? [] : [.. submission.Closure.Select(file => file.Name)],
        rejection);
}
