namespace Evaluator.Probe;

internal static class Files
{
    public static string? Read(string path) => Tried($"reads {path}", () =>
    {
        if (Directory.Exists(path))
            _ = Directory.GetFileSystemEntries(path);
        else
            File.OpenRead(path).Dispose();
    });

    /// <summary>A new file in a folder, deleted at once; or a file opened for writing and left as it is.</summary>
    public static string? WriteInto(string place) => Tried($"writes to {place}", () =>
    {
        if (!Directory.Exists(place))
        {
            new FileStream(place, FileMode.Open, FileAccess.Write).Dispose();
            return;
        }
        string file = Path.Combine(place, "evaluator-probe-" + Environment.ProcessId);
        File.WriteAllText(file, "");
        File.Delete(file);
    });

    /// <summary>To what it is. Landlock does not ask who changes a mode, nor does a mount that is only bound.</summary>
    public static string? ChangeMode(string place) => Tried($"changes the mode of {place}", () =>
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, File.GetUnixFileMode(place));
    });

    public static string? Fill(string folder, int mebibytes)
    {
        string file = Path.Combine(folder, "evaluator-probe-fill");
        string? breach = Tried($"writes {mebibytes} MiB of temporary files", () =>
        {
            byte[] mebibyte = new byte[1 << 20];
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (int written = 0; written < mebibytes; written++)
                stream.Write(mebibyte);
        });
        _ = Tried("", () => File.Delete(file));
        return breach;
    }

    /// <summary>
    /// A folder left open leads out of any sandbox; so does a file that is open for writing and stands outside. What was inherited
    /// stays open: the runtime's other threads open files of their own for a moment, and on a busy machine hold them through all of these
    /// looks. The one that was seen, the machine's processors, stands in every sandbox anyway.
    /// </summary>
    public static string? FindOpenOnes()
    {
        string[] breaches = OpenOnes();
        for (int look = 0; look < 3 && breaches.Length > 0; look++)
        {
            Thread.Sleep(20);
            breaches = [.. breaches.Intersect(OpenOnes())];
        }
        return breaches.FirstOrDefault();
    }

    private static string[] OpenOnes()
    {
        var breaches = new List<string>();
        foreach (string descriptor in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            string target = new FileInfo(descriptor).LinkTarget ?? "";
            if (!target.StartsWith('/') || target.StartsWith("/proc/", StringComparison.Ordinal)
                || target.StartsWith("/dev/", StringComparison.Ordinal)
                || target.StartsWith("/sys/devices/system/cpu/", StringComparison.Ordinal))
                continue;
            if (Directory.Exists(target))
                breaches.Add($"inherited the open folder {target}");
            else if (File.Exists(target) && !target.EndsWith(".dll", StringComparison.Ordinal)
            && !target.EndsWith(".so", StringComparison.Ordinal))
                breaches.Add($"inherited the open file {target}");
        }
        return [.. breaches];
    }

    public static string? FindDiagnosticsPort()
    {
        // The runtime names it by the process's number and start, in ticks since the system's (proc_pid_stat(5), the 22nd field). Who was
        // killed leaves his, and a number is given again; where the start can't be seen, no other process's temporary folder can.
        string started = "*";
        _ = Tried("", () => started = File.ReadAllText("/proc/self/stat").Split(") ").Last().Split(' ')[19]);
        foreach (string folder in new[] { "/tmp", Path.GetTempPath() })
        {
            string? port = null;
            _ = Tried("", () => port =
                Directory.GetFiles(folder, $"dotnet-diagnostic-{Environment.ProcessId}-{started}-*").FirstOrDefault());
            if (port is not null)
                return $"found {port}";
        }
        return null;
    }

    /// <summary>The worker's folder is there to be read; what scores and what reads answers must not be in it.</summary>
    public static string? FindAnswers() => Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories)
        .FirstOrDefault(
            file => new[] { "Scorer", "Contest", "Harness", "City" }.Any(
                secret => Path.GetFileName(file).Contains(secret, StringComparison.Ordinal)));

    private static string? Tried(string what, Action attempt)
    {
        try
        {
            attempt();
            return what;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
