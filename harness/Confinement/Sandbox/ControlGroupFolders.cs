namespace Evaluator.Confinement.Sandbox;

/// <summary>The folders of this process's own control groups.</summary>
/// <param name="Unified">cgroup v2; null where memory is held by v1.</param>
internal sealed record ControlGroupFolders(string? Unified, string? Memory, string? Cpu, string? Tasks)
{
    public IEnumerable<string> All => ((string?[])[Unified, Memory, Cpu, Tasks]).OfType<string>();

    public static ControlGroupFolders? FindV1() =>
        Own("memory") is { } memory && Own("cpuacct") is { } cpu && Own("pids") is { } tasks
            ? new ControlGroupFolders(null, memory, cpu, tasks)
            : null;

    public static ControlGroupFolders? FindV2()
    {
        if (Own("") is not { } own)
            return null;
        string controllers = ReadOrEmpty(Path.Combine(own, "cgroup.controllers"));
        if (!controllers.Contains("memory", StringComparison.Ordinal) || !controllers.Contains("pids", StringComparison.Ordinal))
            return null;
        return TryHandDown(own) ? new ControlGroupFolders(own, null, null, null) : null;
    }

    /// <summary>
    /// Lets the groups below use the controllers. The kernel allows it only to a group that holds no processes itself, so in a delegated
    /// group (systemd-run --user --scope -p Delegate=yes) this process moves down first.
    /// </summary>
    private static bool TryHandDown(string own)
    {
        string control = Path.Combine(own, "cgroup.subtree_control");
        if (ReadOrEmpty(control) is var given && given.Contains("memory", StringComparison.Ordinal)
            && given.Contains("pids", StringComparison.Ordinal))
            return true;
        if (TryWrite(control, "+memory +pids"))
            return true;
        string below = Path.Combine(own, "harness");
        try
        {
            Directory.CreateDirectory(below);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        return TryWrite(Path.Combine(below, "cgroup.procs"), "0") && TryWrite(control, "+memory +pids");
    }

    /// <param name="controller">A controller of v1, or empty for v2.</param>
    private static string? Own(string controller)
    {
        string? path = null;
        foreach (string line in ReadOrEmpty("/proc/self/cgroup").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(':', 3);    // hierarchy:controllers:path
            if (parts[1].Split(',').Contains(controller))
                path = parts[2];
        }
        // Where a v2 group is left through the move above, the workers' groups belong beside "harness", not below it.
        if (controller.Length == 0 && path is not null && path.EndsWith("/harness", StringComparison.Ordinal))
            path = path[..^"/harness".Length];
        return path is null ? null : Mounted(controller, path);
    }

    /// <summary>Where a group's folder is, given that a mount may show only a part of the hierarchy (containers).</summary>
    private static string? Mounted(string controller, string path)
    {
        foreach (string line in ReadOrEmpty("/proc/self/mountinfo").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // id parent device root point options … - type source options
            string[] mount = line.Split(' ');
            int dash = Array.IndexOf(mount, "-");
            bool wanted = controller.Length == 0
                ? mount[dash + 1] == "cgroup2"
                : mount[dash + 1] == "cgroup" && mount[dash + 3].Split(',').Contains(controller);
            if (!wanted)
                continue;
            string root = mount[3] == "/" ? "" : mount[3];
            string inside = path == root || path.StartsWith(root + "/", StringComparison.Ordinal) ? path[root.Length..] : "";
            string folder = Path.Join(mount[4], inside).TrimEnd('/');
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }

    private static bool TryWrite(string file, string value)
    {
        try
        {
            File.WriteAllText(file, value);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string ReadOrEmpty(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
