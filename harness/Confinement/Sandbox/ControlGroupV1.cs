using System.Buffers.Text;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Confinement.Sandbox;

/// <summary>A group in each of the hierarchies memory, cpuacct and pids of cgroup v1.</summary>
internal sealed class ControlGroupV1 : ControlGroup
{
    /// <summary>
    /// The kernel charges in batches (MEMCG_CHARGE_BATCH pages a core), so the fullest group may stand a little below its limit.
    /// </summary>
    private const long NearlyBytes = 4 << 20;

    private readonly string memory;
    private readonly SafeFileHandle usage;
    private readonly long memoryBytes;

    public ControlGroupV1(string memory, string cpu, string tasks, long memoryBytes)
        : base([memory, cpu, tasks])
    {
        this.memory = memory;
        this.memoryBytes = memoryBytes;
        foreach (string folder in (string[])[memory, cpu, tasks])
            Directory.CreateDirectory(folder);
        string limit = memoryBytes.ToString(CultureInfo.InvariantCulture);
        Write(memory, "memory.limit_in_bytes", limit);
        if (File.Exists(Path.Combine(memory, "memory.memsw.limit_in_bytes")))
            Write(memory, "memory.memsw.limit_in_bytes", limit);
        Write(tasks, "pids.max", MostTasks);
        usage = File.OpenHandle(Path.Combine(cpu, "cpuacct.usage"));
    }

    public override TimeSpan CpuTime()
    {
        Span<byte> text = stackalloc byte[32];
        int length = ReadAgain(usage, text);
        return Utf8Parser.TryParse(text[..length], out long nanoseconds, out _) ? TimeSpan.FromTicks(nanoseconds / 100) : TimeSpan.Zero;
    }

    public override void Dispose()
    {
        usage.Dispose();
        base.Dispose();
    }

    public override long Memory() => Sum(Path.Combine(memory, "memory.stat"), "rss", "shmem");

    public override MemoryKill MemoryKill()
    {
        if (Value(ReadOrEmpty(Path.Combine(memory, "memory.oom_control")), "oom_kill") == 0)
            return Sandbox.MemoryKill.None;
        // oom_kill also counts victims of the machine's own shortage; then the group stayed below its limit. The counts that are made for
        // this question, memory.failcnt and memory.memsw.failcnt, stay 0 on Linux 6.18.
        _ = long.TryParse(ReadOrEmpty(Path.Combine(memory, "memory.max_usage_in_bytes")), CultureInfo.InvariantCulture, out long most);
        return most > memoryBytes - NearlyBytes ? Sandbox.MemoryKill.Limit : Sandbox.MemoryKill.Machine;
    }
}
