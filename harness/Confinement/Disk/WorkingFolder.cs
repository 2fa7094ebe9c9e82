namespace Evaluator.Confinement.Disk;

/// <summary>A folder on disk that strangers' code has worked in: whatever it left there goes, without being followed or opened.</summary>
public sealed class WorkingFolder : IDisposable
{
    /// <summary>A predictor may leave millions of files.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public WorkingFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (!TryRemove(Path))
            Stragglers.Add($"the folder {Path}, which can't be removed", () => TryRemove(Path));
    }

    /// <exception cref="HarnessFaultException">Something can't be removed.</exception>
    public static void Remove(string path)
    {
        if (!TryRemove(path))
            throw new HarnessFaultException($"{path} can't be removed");
    }

    private static bool TryRemove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Gone already, or one of those below.
        }
        if (!Directory.Exists(path))
            return true;
        // Closed folders, paths longer than a call takes, names that are no text: the system's own tools walk them step by step, as bytes.
        _ = ToolFinder.Try("chmod", Patience, "-R", "u+rwX", path);
        _ = ToolFinder.Try("rm", Patience, "-rf", path);
        return !Directory.Exists(path);
    }

}
