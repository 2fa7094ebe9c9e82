using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Sandbox;

/// <summary>Where this process may make control groups for its workers: below its own, so that outer limits stay in force.</summary>
public sealed class ControlGroupRoot
{
    private const string Prefix = "evaluator-";

    private static int made;

    private readonly ControlGroupFolders folders;

    private ControlGroupRoot(ControlGroupFolders folders) => this.folders = folders;

    /// <summary>For people: which kernel interface.</summary>
    public string Description => folders.Unified is null ? "cgroup v1 (memory, cpuacct, pids)" : "cgroup v2 (memory, pids)";

    /// <param name="refusal">Why there is none.</param>
    /// <returns>Null where no group can be made with a memory limit.</returns>
    public static ControlGroupRoot? Find(out string? refusal)
    {
        foreach (ControlGroupFolders? folders in (ControlGroupFolders?[])[ControlGroupFolders.FindV2(), ControlGroupFolders.FindV1()])
        {
            if (folders is null)
                continue;
            var root = new ControlGroupRoot(folders);
            try
            {
                root.RemoveLeftovers();
                root.Make(memoryBytes: 64 << 20).Dispose();
                refusal = null;
                return root;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                refusal = refused.Message;
                if (folders.Unified is null)
                    return null;
            }
        }
        refusal = "no hierarchy with the controllers memory and pids is mounted";
        return null;
    }

    public ControlGroup Make(long memoryBytes)
    {
        string name = $"{Prefix}{ProcessIdentity.Own}-{Interlocked.Increment(ref made)}";
        return folders.Unified is { } unified
            ? new ControlGroupV2(Path.Combine(unified, name), memoryBytes)
            : new ControlGroupV1(
                Path.Combine(folders.Memory!, name), Path.Combine(folders.Cpu!, name), Path.Combine(folders.Tasks!, name), memoryBytes);
    }

    /// <summary>Groups of evaluators that were killed: their workers died with them, the empty groups stayed.</summary>
    private void RemoveLeftovers()
    {
        foreach (string folder in folders.All)
        {
            foreach (string group in Directory.EnumerateDirectories(folder, Prefix + "*"))
            {
                string identity = Path.GetFileName(group)[Prefix.Length..];
                if (ProcessIdentity.IsDead(identity[..Math.Max(0, identity.LastIndexOf('-'))]))
                    new LeftControlGroup(group).Dispose();
            }
        }
    }

    private sealed class LeftControlGroup(string folder) : ControlGroup([folder])
    {
        public override TimeSpan CpuTime() => TimeSpan.Zero;

        public override long Memory() => 0;

        public override MemoryKill MemoryKill() => Sandbox.MemoryKill.None;
    }
}
