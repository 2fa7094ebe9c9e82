using System.Diagnostics;
using System.Runtime.InteropServices;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// What a predictor could leave on the machine: files in shared places, mounts, kernel memory, processes below this one, control groups.
/// </summary>
internal sealed record HostTraces(IReadOnlySet<string> Seen)
{
    /// <summary>
    /// Where a predictor of the corpus tries to leave a file, and where the harness makes its scratch folders; all of both have names that
    /// begin like this one.
    /// </summary>
    private static readonly string[] Places =
    [
        "/tmp", "/dev/shm", "/var/tmp", Path.GetTempPath(), "/", "/etc", "/usr", "/usr/lib", "/run", "/run/lock", "/opt", "/home", "/root",
        "/srv", "/mnt", "/dev", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), RuntimeEnvironment.GetRuntimeDirectory(),
        Path.Combine(AppContext.BaseDirectory, "worker"), FixtureCatalog.OutputFolder,
    ];

    public static HostTraces Now()
    {
        HashSet<string> seen = [];
        foreach (string place in Places.Where(Directory.Exists).Distinct())
            seen.UnionWith(Directory.EnumerateFileSystemEntries(place, "evaluator-*", Reachable).Select(path => "file " + path));
        seen.UnionWith(File.ReadLines("/proc/self/mountinfo").Select(line => "mount " + line.Split(' ')[4])
            .Where(line => line.Contains("evaluator", StringComparison.Ordinal)));
        foreach (string kind in (string[])["shm", "sem", "msg"])
            seen.UnionWith(File.ReadLines("/proc/sysvipc/" + kind).Skip(1).Select(line => "shared memory, " + kind + KeyAndNumber(line)));
        seen.UnionWith(Workers());
        if (Directory.Exists("/sys/fs/cgroup"))
        {
            var near = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };
            seen.UnionWith(Directory.EnumerateDirectories("/sys/fs/cgroup", $"evaluator-*-{Environment.ProcessId}-*", near)
                .Select(path => "control group " + path));
        }
        return new HostTraces(seen);
    }

    private static readonly EnumerationOptions Reachable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Of a System V object: what else stands in the line changes while it is used.</summary>
    private static string KeyAndNumber(string line) =>
        string.Concat(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(field => " " + field));

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

    /// <summary>Workers of this process, and such that have no parent any more.</summary>
    private static IEnumerable<string> Workers()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            string stat, program;
            try
            {
                stat = File.ReadAllText(folder + "/stat");
                program = Path.GetFileName(File.ReadAllText(folder + "/cmdline").Split('\0')[0]);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            // The name, in parentheses, is the process's own choice; behind it stand its state and its parent.
            string parent = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
            if ((parent == $"{Environment.ProcessId}" && program is ("bwrap" or "sh" or "Evaluator.Worker" or "runner" or "java"))
                || (parent == "1" && program is ("bwrap" or "Evaluator.Worker" or "runner")))
                yield return $"process {Path.GetFileName(folder)}, {program}";
        }
    }
}
