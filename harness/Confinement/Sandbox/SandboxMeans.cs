namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// What workers of a run are confined with. Levels (SECURITY.md): 3 bubblewrap, filters and a control group; 2 bubblewrap and filters;
/// 1 Landlock, filters and another user; 0 nothing. The levels are what is *tried*; <see cref="SelfTest"/> says what holds.
/// </summary>
/// <param name="Bubblewrap">Path of the program; null where it is absent or refused.</param>
/// <param name="Groups">Null where control groups can't be made.</param>
/// <param name="Filters">Whether the worker locks itself in with seccomp (and with Landlock, where bubblewrap does not).</param>
/// <param name="Missing">For each thing that is not there, what to do about it.</param>
public sealed record SandboxMeans(string? Bubblewrap, ControlGroupRoot? Groups, bool Filters, IReadOnlyList<string> Missing)
{
    public const int Best = 3;

    public int Level => this switch
    {
        { Filters: false } => 0,
        { Bubblewrap: null } => 1,
        { Groups: null } => 2,
        _ => Best,
    };

    /// <param name="most">The highest level to use, though more may be there.</param>
    public static SandboxMeans Detect(int most = Best)
    {
        var missing = new List<string>();
        string? refusal = null;
        string? bubblewrap = most >= 2 ? Sandbox.Bubblewrap.Find(out refusal) : null;
        if (most >= 2 && bubblewrap is null)
            missing.Add(refusal!);
        ControlGroupRoot? groups = most >= Best ? ControlGroupRoot.Find(out refusal) : null;
        if (most >= Best && groups is null)
            missing.Add(
                $"no control group: {refusal!.TrimEnd('.')}. "
                + "Run as root, or as `systemd-run --user --scope -p Delegate=yes evaluator ...`.");
        return new SandboxMeans(bubblewrap, groups, Filters: most >= 1, missing);
    }

    /// <summary>For the record: the mechanisms by name.</summary>
    public IReadOnlyList<string> Mechanisms()
    {
        List<string> names = [];
        if (Bubblewrap is not null)
            names.Add($"{Sandbox.Bubblewrap.Version(Bubblewrap)} (user, pid, net, ipc, uts, mount namespaces)");
        if (Filters)
            names.Add("seccomp filter");
        if (Filters && Bubblewrap is null)
            names.Add(LibC.geteuid() == 0 ? "Landlock, no capabilities, user nobody where files allow" : "Landlock");
        names.Add(Groups is null ? "polled limits, RLIMIT_DATA" : Groups.Description);
        return names;
    }
}
