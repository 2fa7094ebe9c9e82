namespace Evaluator.Confinement.Disk;

/// <summary>Finds a machine's programs.</summary>
internal static class ToolFinder
{
    /// <returns>The path as the search path has it, links not followed; null where there is none.</returns>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin")
        .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>The file behind all links, in the path's folders as well.</summary>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full)!;
        string resolved = root;
        foreach (string part in full[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(resolved, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            resolved = entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Resolve(target.FullName) : next;
        }
        return resolved;
    }
}
