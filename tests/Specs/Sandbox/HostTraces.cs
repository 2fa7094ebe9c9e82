using System.Diagnostics;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// What a predictor could leave on the machine: files in shared places, mounts, kernel memory, processes below this one, control groups.
/// </summary>
internal sealed record HostTraces(IReadOnlySet<string> Seen)
{
    public static HostTraces Now()
    {
        HashSet<string> seen = [];
        foreach (string folder in (string[])["/tmp", "/dev/shm", "/var/tmp"])
            seen.UnionWith(Directory.EnumerateFileSystemEntries(folder)
                .Where(path => Path.GetFileName(path).StartsWith("evaluator-", StringComparison.Ordinal)));
        seen.UnionWith(File.ReadLines("/proc/self/mountinfo").Select(line => "mount " + line.Split(' ')[4])
            .Where(line => line.Contains("evaluator", StringComparison.Ordinal)));
        seen.UnionWith(File.ReadLines("/proc/sysvipc/shm").Skip(1).Select(line => "shared memory " + line));
        seen.UnionWith(Workers());
        if (Directory.Exists("/sys/fs/cgroup"))
        {
            var near = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
            seen.UnionWith(Directory.EnumerateDirectories("/sys/fs/cgroup", $"evaluator-*-{Environment.ProcessId}-*", near));
        }
        return new HostTraces(seen);
    }

    /// <summary>
    /// What came after <paramref name="before"/> and stays. Other specs of this process run cases of their own at the same time, whose
    /// control groups and workers come and go: a trace counts only if no look within two minutes finds it gone.
    /// </summary>
    public static IEnumerable<string> Lasting(HostTraces before)
    {
        HashSet<string> lasting = [.. Now().Seen.Except(before.Seen)];
        for (var patience = Stopwatch.StartNew(); lasting.Count > 0 && patience.Elapsed < TimeSpan.FromMinutes(2);)
        {
            Thread.Sleep(200);
            lasting.IntersectWith(Now().Seen);
        }
        return lasting.Order(StringComparer.Ordinal);
    }

    /// <summary>Workers of this process; what has lost its parent still stands in a control group.</summary>
    private static IEnumerable<string> Workers()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            string stat, program;
            try
            {
                stat = File.ReadAllText(folder + "/stat");
                program = File.ReadAllText(folder + "/cmdline").Split('\0')[0];
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            // The name, in parentheses, is the process's own choice; behind it stand its state and its parent.
            string parent = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
            if (parent == $"{Environment.ProcessId}"
                && Path.GetFileName(program) is ("bwrap" or "sh" or "Evaluator.Worker" or "runner" or "java"))
                yield return "process " + Path.GetFileName(folder);
        }
    }
}
