using System.Text;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// The pipes and the socket for debuggers that the runtime puts into the temporary folder as it starts, and removes as it ends. A harness
/// that is killed would leave them there, and no runtimeconfig setting keeps it from making them (only an environment variable, which
/// would have to be there before). So they are removed at once; who wants to look into this process uses a native debugger.
/// </summary>
internal static class DebuggerDoors
{
    /// <summary>Of the fields behind the name in /proc/self/stat; the start time is the 22nd in all (proc_pid_stat(5)).</summary>
    private const int StartTime = 19;

    private const string Status = "/proc/self/stat";

    public static void Remove()
    {
        if (!File.Exists(Status))
            return;
        string folder = Environment.GetEnvironmentVariable("TMPDIR") is { Length: > 0 } named ? named : "/tmp";
        // By name: a temporary folder that is full of others' files would be read to its end.
        string process = $"{Environment.ProcessId}-{Started()}";
        Remove(Path.Combine(folder, $"clr-debug-pipe-{process}-in"));
        Remove(Path.Combine(folder, $"clr-debug-pipe-{process}-out"));
        Remove(Path.Combine(folder, $"dotnet-diagnostic-{process}-socket"));
    }

    /// <summary>In ticks since the system started, as the runtime puts it into the names, so that they are of this process alone.</summary>
    private static string Started()
    {
        string status = Encoding.UTF8.GetString(File.ReadAllBytes(Status));
        return status[(status.LastIndexOf(')') + 2)..].Split(' ')[StartTime];
    }

    private static void Remove(string door)
    {
        try
        {
            File.Delete(door);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            // There is no such folder, or none in which this user may remove anything: the runtime could put nothing there either.
        }
    }
}
