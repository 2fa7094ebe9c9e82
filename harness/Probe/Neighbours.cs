using System.Runtime.InteropServices;

namespace Evaluator.Probe;

/// <summary>What cases could talk by: the state of files that all of them read, and what the kernel counts for the whole machine.</summary>
internal static unsafe class Neighbours
{
    private static readonly string[] OfTheMachine =
    [
        "vmstat", "stat", "loadavg", "zoneinfo", "interrupts", "softirqs", "diskstats", "uptime", "cgroups", "kpagecount", "sys/fs/file-nr",
        "sys/kernel/ns_last_pid",
        "self/smaps", "self/pagemap", "self/numa_maps", "self/mountinfo", "self/stat", "self/task",
    ];

    public static IEnumerable<string?> SharedState()
    {
        using FileStream shared = File.OpenRead(typeof(object).Assembly.Location);
        int file = (int)shared.SafeFileHandle.DangerousGetHandle();
        const int bytes = 4096, readable = 1, sharedMap = 1;
        nint map = mmap(0, bytes, readable, sharedMap, file, 0);
        const int willNeed = 3, dontNeed = 4, pageOut = 21, noWait = 8;
        yield return KernelCalls.Forbidden(
            "asks what is in memory", KernelCalls.Call(KernelCalls.Number(27, 232), map + 1, bytes, 0, 0, 0));
        yield return KernelCalls.Forbidden("asks what is cached", KernelCalls.Call(451, -1, 0, 0, 0, 0));
        yield return KernelCalls.Forbidden("reads without waiting", KernelCalls.Call(KernelCalls.Number(327, 286), -1, 0, 0, 0, noWait));
        yield return KernelCalls.Forbidden(
            "drops a file from memory", KernelCalls.Call(KernelCalls.Number(221, 223), -1, 0, 0, dontNeed, 0));
        foreach (int advice in (int[])[willNeed, pageOut])
            yield return KernelCalls.Forbidden(
                $"advice {advice} on a shared file", KernelCalls.Call(KernelCalls.Number(28, 233), map + 1, bytes, advice, 0, 0));
        const int wake = 1, requeue = 3;
        foreach (int command in (int[])[wake, requeue])
            yield return KernelCalls.Refused(
                $"futex {command} on a shared file", KernelCalls.Call(KernelCalls.Number(202, 98), map, command, 1, 0, map + 8));
        yield return WaitOnFutex(map);
    }

    public static IEnumerable<string?> Counters()
    {
        foreach (string file in OfTheMachine)
            yield return Files.Read("/proc/" + file);
        yield return MemoryOfTheMachine();
        const int standardError = 2;
        yield return KernelCalls.Forbidden("sysinfo", KernelCalls.Call(KernelCalls.Number(99, 179), -1, 0, 0, 0, 0));
        yield return KernelCalls.Forbidden("fstatfs", KernelCalls.Call(KernelCalls.Number(138, 44), standardError, -1, 0, 0, 0));
    }

    /// <summary>A file that may be there as long as it says the same whatever anybody takes.</summary>
    private static string? MemoryOfTheMachine()
    {
        const string file = "/proc/meminfo";
        const int bytes = 64 << 20;
        if (!File.Exists(file))
            return null;
        string before = File.ReadAllText(file);
        void* taken = NativeMemory.Alloc(bytes);
        NativeMemory.Fill(taken, bytes, 1);
        string after = File.ReadAllText(file);
        NativeMemory.Free(taken);
        return after == before ? null : "sees the machine's memory change";
    }

    /// <summary>For a nanosecond: who may wait at all is told that it is over.</summary>
    private static string? WaitOnFutex(nint map)
    {
        const int wait = 0, timedOut = 110;
        long* nanosecond = stackalloc long[] { 0, 1 };
        long result = KernelCalls.Call(KernelCalls.Number(202, 98), map, wait, *(uint*)map, (long)nanosecond, 0);
        return result is 0 or -timedOut ? "waits on a futex of a shared file" : null;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint mmap(nint at, nint length, int protection, int flags, int descriptor, long offset);
}
