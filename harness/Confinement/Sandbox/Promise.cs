namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// Something a sandbox promises, and from which level on. SECURITY.md explains them; the probe (harness/Probe) tries to break each.
/// </summary>
/// <param name="Name">As the probe and the hostile fixtures call it.</param>
/// <param name="FromLevel">The lowest level that promises it: a level counts only where all its promises hold.</param>
/// <param name="Text">For people.</param>
/// <param name="ByBubblewrap">What keeps it inside bubblewrap.</param>
/// <param name="ByWorker">What keeps it where the worker locks itself in; null for nothing.</param>
internal sealed record Promise(string Name, int FromLevel, string Text, string ByBubblewrap, string? ByWorker)
{
    private const string Mounts = "mount namespace", Filter = "seccomp";

    public static readonly IReadOnlyList<Promise> All =
    [
        new("no-foreign-files", 1, "reads nothing but runtime, worker and itself", Mounts, "Landlock"),
        new("no-writes-outside", 1, "writes nowhere but in its own folder", Mounts, "Landlock"),
        new("capped-folder", 2, "can't fill the disk", "tmpfs with a cap", null),
        new("no-sockets", 1, "opens no socket", $"net namespace, {Filter}", Filter),
        new("no-new-processes", 1, "starts no process", Filter, Filter),
        new("no-other-processes", 2, "sees no other process", "pid namespace", "Landlock"),
        new("no-locks", 1, "locks no file that others open", Filter, Filter),
        new("no-signals", 1, "signals nobody, moves nobody to other cores", $"pid namespace, {Filter}", $"{Filter}, Landlock"),
        new("no-tracing", 1, "traces nobody, reads nobody's memory", $"pid namespace, {Filter}", $"{Filter}, Landlock"),
        new("no-kernel-doors", 1, "no mounts, modules, io_uring, bpf ...", Filter, Filter),
        new("no-lasting-memory", 1, "leaves nothing in the kernel", $"ipc namespace, {Filter}", Filter),
        new("no-hidden-memory", 1, "keeps no memory where no limit sees it", Filter, Filter),
        new("no-stores-emptied", 1, "takes nothing that is counted per user of the machine", $"{Filter}, resource limits",
        $"{Filter}, resource limits"),
        new("no-own-cores", 1, "chooses neither its cores nor its priority", Filter, Filter),
        new("no-shared-state", 1, "hears nothing of other cases from files that all read", Filter, Filter),
        new("no-machine-counters", 2, "reads no counter of the whole machine", $"no /proc but its own, {Filter}", null),
        new("no-privileges", 1, "has no capability and gains none", "user namespace, no_new_privs", "no_new_privs"),
        new("not-root", 2, "is not root", "user namespace", "setresuid"),
        new("no-limits-raised", 0, "can't raise its limits", "resource limits", "resource limits"),
        new("no-thread-bomb", 3, "starts at most some hundred threads", "pids controller", null),
        new("no-descriptors", 0, "inherits nothing open but the wire", "close on exec", "close on exec"),
        new("no-diagnostics-port", 0, "can't be debugged from outside", "DOTNET_EnableDiagnostics=0", "DOTNET_EnableDiagnostics=0"),
        new("answers-secret", 0, "has neither scorer nor answers beside it", "a folder of its own", "a folder of its own"),
        new("small-world", 0, "UTC, invariant, one processor, no variables", "worker", "worker"),
        new("memory-limit", 0, "ends at its memory limit", "memory controller, poll", "poll"),
        new("time-limit", 0, "ends at its CPU limit", "CPU clock of the tree", "CPU clock of the tree"),
    ];

    public string Mechanism(SandboxMeans means) => this switch
    {
        { Name: "memory-limit" or "no-thread-bomb" } => means.Groups?.Description ?? "polling",
        _ when means.Bubblewrap is not null => ByBubblewrap,
        _ when FromLevel == 0 || means.Filters => ByWorker ?? "-",
        _ => "-",
    };
}
