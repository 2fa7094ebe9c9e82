using System.Globalization;

namespace Evaluator.Confinement.Sandbox;

/// <summary>A group of cgroup v2 with the controllers memory and pids.</summary>
internal sealed class ControlGroupV2 : ControlGroup
{
    private readonly string folder;

    public ControlGroupV2(string folder, long memoryBytes)
        : base([folder])
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        Write(folder, "memory.max", memoryBytes.ToString(CultureInfo.InvariantCulture));
        if (File.Exists(Path.Combine(folder, "memory.swap.max")))
            Write(folder, "memory.swap.max", "0");
        Write(folder, "memory.oom.group", "1");
        Write(folder, "pids.max", MostTasks);
    }

    public override TimeSpan CpuTime() => TimeSpan.FromMicroseconds(Value(ReadOrEmpty(Path.Combine(folder, "cpu.stat")), "usage_usec"));

    public override long Memory() => Sum(Path.Combine(folder, "memory.stat"), "anon", "shmem");

    public override MemoryKill MemoryKill()
    {
        string events = ReadOrEmpty(Path.Combine(folder, "memory.events"));
        if (Value(events, "oom_kill") == 0)
            return Sandbox.MemoryKill.None;
        return Value(events, "oom") == 0 ? Sandbox.MemoryKill.Machine : Sandbox.MemoryKill.Limit;
    }

    public override void Kill()
    {
        string switchFile = Path.Combine(folder, "cgroup.kill");    // since Linux 5.14
        if (File.Exists(switchFile))
            File.WriteAllText(switchFile, "1");
        else
            base.Kill();
    }
}
