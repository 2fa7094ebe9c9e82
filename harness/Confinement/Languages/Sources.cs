using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Languages;

/// <summary>Source files in a folder that a compiler may see: those and nothing else. Goes when it is disposed of.</summary>
public sealed class Sources : IDisposable
{
    /// <summary>Where a compiler finds <see cref="Folder"/>.</summary>
    public const string Inside = Bubblewrap.Home + "/source";

    /// <summary>Where the submission's files stand in it, so that none of them can be taken for one of ours.</summary>
    public const string SubmissionFolder = "submission/";

    private readonly WorkingFolder working = ScratchFolder.InTemporary();

    public Sources(IReadOnlyList<ClosureFile> files)
    {
        Files = files;
        foreach (ClosureFile file in files)
            file.WriteTo(Folder);
    }

    public string Folder => working.Path;

    /// <summary>Where the submission's own files stand for people and their debuggers.</summary>
    public string? Origin { get; init; }

    public IReadOnlyList<ClosureFile> Files { get; }

    /// <summary>Paths inside, of the files that have one of the extensions.</summary>
    public IEnumerable<string> Paths(params IEnumerable<string> extensions) =>
        Files.Where(file => extensions.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase))
        .Select(file => $"{Inside}/{file.Name}");

    public void Dispose() => working.Dispose();
}
