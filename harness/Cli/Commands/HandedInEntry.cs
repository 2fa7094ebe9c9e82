using Evaluator.Cli.Conduct;
using Evaluator.Cli.Work;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Cli.Commands;

/// <summary>One of the submissions in a folder of them.</summary>
/// <param name="Path">The file or folder to open.</param>
/// <param name="RunName">What its run folder is called.</param>
internal sealed record HandedInEntry(string Path, string RunName)
{
    /// <summary>
    /// A file with the extension of a submission is one; a folder is one, or holds one as a DLL of its name, as builds leave it.
    /// </summary>
    /// <exception cref="UsageException">There is no such folder, nothing in it, or two would have one run folder.</exception>
    public static IReadOnlyList<HandedInEntry> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UsageException(
                $"there is no folder {System.IO.Path.GetFullPath(folder)}; with --each, name a folder with a submission an entry.");
        HandedInEntry[] entries =
        [
            .. Directory.EnumerateFileSystemEntries(folder).Where(IsSubmission).Order(StringComparer.Ordinal)
                .Select(path => new HandedInEntry(BuiltFolder.AssemblyIn(path) ?? path, Submission.NameOf(path))),
        ];
        if (entries.Length == 0)
            throw new UsageException(
                $"{System.IO.Path.GetFullPath(folder)} holds no submission; looked for folders and for "
                + $"{string.Join(", ", SourceFiles.OfSubmissions)}.");
        return entries.GroupBy(entry => entry.RunName).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UsageException(
                $"{string.Join(" and ", twice.Select(entry => System.IO.Path.GetFileName(entry.Path)))} would have one run folder, "
                + $"{twice.Key}; rename one.")
            : entries;
    }

    private static bool IsSubmission(string path) =>
        !System.IO.Path.GetFileName(path).StartsWith('.')
        && (Directory.Exists(path) || SourceFiles.OfSubmissions.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant()));
}
