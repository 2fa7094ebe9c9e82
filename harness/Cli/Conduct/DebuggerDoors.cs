namespace Evaluator.Cli.Conduct;

/// <summary>
/// The pipes and the socket for debuggers that the runtime puts into the temporary folder as it starts, and removes as it ends. A harness
/// that is killed would leave them there, and no runtimeconfig setting keeps it from making them (only an environment variable, which
/// would have to be there before). So they are removed at once; who wants to look into this process uses a native debugger.
/// </summary>
internal static class DebuggerDoors
{
    public static void Remove()
    {
        string folder = Environment.GetEnvironmentVariable("TMPDIR") is { Length: > 0 } named ? named : "/tmp";
        foreach (string name in (string[])["clr-debug-pipe", "dotnet-diagnostic"])
        {
            foreach (string door in Doors(folder, $"{name}-{Environment.ProcessId}-*"))
                Remove(door);
        }
    }

    /// <summary>None where there is no such folder, or none that this user may read: the runtime could put nothing there either.</summary>
    private static string[] Doors(string folder, string pattern)
    {
        try
        {
            return Directory.GetFiles(folder, pattern);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Remove(string door)
    {
        try
        {
            File.Delete(door);
        }
        catch (UnauthorizedAccessException)
        {
            // Of another user, whose process had this number before and was killed. Seen in 2 of 30 starts beside 2,568 such files.
        }
    }
}
