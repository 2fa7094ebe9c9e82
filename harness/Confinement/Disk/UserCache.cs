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
}
