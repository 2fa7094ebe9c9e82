using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Harness.Storage;

/// <summary>
/// What was handed in, kept in the run folder (<c>submission/</c>), so that every machine that plays a shard plays the same.
/// </summary>
internal static class SubmissionCopy
{
    public const string Folder = "submission";

    public static IEnumerable<ClosureFile> Of(Submission submission)
    {
        string folder = Directory.Exists(submission.Path) ? $"{Folder}/{NameOf(submission.Path)}" : Folder;
        return submission.Files.Select(file => file with { Name = $"{folder}/{file.Name}" });
    }

    /// <summary>The file or folder to open in place of the one that was handed in.</summary>
    /// <exception cref="RunFolderException">The run kept none.</exception>
    public static string Find(RunFolder folder)
    {
        string path = Path.Combine(folder.Path, Folder, NameOf(folder.ReadManifest().Submission.Path));
        return Path.Exists(path)
            ? path
            : throw new RunFolderException(
                $"{path} is missing: without the submission nothing can be played. Plan the run again, into a new folder.");
    }

    private static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
}
