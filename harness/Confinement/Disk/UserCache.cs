namespace Evaluator.Confinement.Disk;

/// <summary>Where results that can be made again are kept: <c>$XDG_CACHE_HOME/evaluator</c>, else <c>~/.cache/evaluator</c>.</summary>
public static class UserCache
{
    public static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "evaluator");
}
