namespace Evaluator.Harness.Storage;

/// <summary>The run folders that somebody names: each by itself, or the folder they stand in.</summary>
public static class RunFolders
{
    /// <exception cref="RunFolderException">A path is neither.</exception>
    public static IReadOnlyList<string> In(IEnumerable<string> paths) => [.. paths.SelectMany(In)];

    /// <returns>Full paths in ordinal order.</returns>
    /// <exception cref="RunFolderException">The path is neither a run folder nor a folder of them.</exception>
    public static IReadOnlyList<string> In(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (RunFolder.Exists(path))
            return [path];
        string[] runs = Directory.Exists(path)
            ? [.. Directory.EnumerateDirectories(path).Where(RunFolder.Exists).Order(StringComparer.Ordinal)]
            : [];
        return runs.Length > 0
            ? runs
            : throw new RunFolderException($"{path} is no run folder and holds none; name what `evaluator plan` or `evaluator run` wrote.");
    }
}
