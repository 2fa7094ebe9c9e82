namespace Evaluator.Confinement.Disk;

/// <summary>Where results that can be made again are kept: <c>$XDG_CACHE_HOME/evaluator</c>, else <c>~/.cache/evaluator</c>.</summary>
public static class UserCache
{
    /// <summary>
    /// Of a user without one, a folder that nobody can make: nothing is kept. Not the current folder, and none that others may have filled.
    /// </summary>
    private static string Home =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home : "/proc/nowhere";

    public static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Home, ".cache"),
        "evaluator");

    /// <summary>
    /// Keeps a file there that nobody else may read: what `show` prints of a run may be closed to others, as the run's folder is. Where
    /// nothing can be kept, as in a read-only home, it is made again the next time.
    /// </summary>
    /// <param name="file">In <see cref="Folder"/>.</param>
    public static void Keep(string file, ReadOnlySpan<byte> content)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            Directory.CreateDirectory(Folder, owner | UnixFileMode.UserExecute);
            AtomicFile.Replace(file, content, owner);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }
}
