/// <summary>Files that all cases of a run see, and on which they could meet.</summary>
static class Shared
{
    public static IEnumerable<string> Files =>
    [
        typeof(Shared).Assembly.Location, typeof(object).Assembly.Location, Environment.ProcessPath!,
            "/usr/lib/x86_64-linux-gnu/libc.so.6", "/etc/ld.so.cache",
    ];

    /// <summary>
    /// The largest library of the system, which no process here has mapped, the same for all cases; null where there is none so large.
    /// </summary>
    public static string? Quietest(long leastBytes) => new DirectoryInfo("/usr/lib/x86_64-linux-gnu").EnumerateFiles("*.so*")
        .Where(file => file.LinkTarget is null && file.Length > leastBytes)
        .OrderByDescending(file => file.Length).ThenBy(file => file.Name, StringComparer.Ordinal).FirstOrDefault()?.FullName;
}
