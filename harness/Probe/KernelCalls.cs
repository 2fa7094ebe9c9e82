using System.Runtime.InteropServices;

namespace Evaluator.Probe;

/// <summary>System calls that must fail. Each is made so that it does no harm where it is let through.</summary>
internal static unsafe class KernelCalls
{
    private const int NotPermitted = 1, NoSuchCall = 38;

    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    public static int Parent => getppid();

    public static uint User => geteuid();

    public static bool MayGainPrivileges
    {
        get
        {
            const int getNoNewPrivileges = 39;
            return Call(Number(157, 167), getNoNewPrivileges, 0, 0, 0, 0) != 1;
        }
    }

    /// <summary>The effective ones of this thread, a bit each.</summary>
    public static ulong Capabilities()
    {
        const uint version = 0x20080522;
        uint* header = stackalloc uint[] { version, 0 };
        uint* sets = stackalloc uint[6];
        return Call(Number(125, 90), (long)header, (long)sets, 0, 0, 0) == 0 ? sets[0] | (ulong)sets[3] << 32 : ulong.MaxValue;
    }

    /// <summary>
    /// What the kernel keeps for a process and no limit sees: in pages of a store of the machine's, in a table of descriptors that hangs on
    /// a thread.
    /// </summary>
    public static IEnumerable<string?> HiddenMemory()
    {
        const int readable = 1, ownAndOfNoFile = 0x22, huge = 0x40000, locked = 0x2000, setDumpable = 4;
        const int threadWithoutFiles = 0x00010900;    // CLONE_VM, SIGHAND and THREAD, with CLONE_NEWUSER, which no thread can have: EINVAL
        const int newUser = 0x10000000, inHugePages = 4;
        foreach ((string name, int flag) in new[] { ("huge pages", huge), ("locked pages", locked) })
            yield return Forbidden(name, Call(Number(9, 222), 0, 0, readable, ownAndOfNoFile | flag, -1));
        yield return Forbidden("huge pages of a file in memory", Call(Number(319, 279), 0, inHugePages, 0, 0, 0));
        yield return Forbidden("a table of descriptors for a thread", Call(Number(56, 220), threadWithoutFiles | newUser, 0, 0, 0, 0));
        yield return Forbidden("a table of descriptors by closing", Call(436, uint.MaxValue, 0, 2, 0, 0));
        yield return Forbidden("hides from /proc", Call(Number(157, 167), setDumpable, 9, 0, 0, 0));
        yield return Refused("/dev/zero, a shared map of which is memory", Files.Read("/dev/zero") is null ? -1 : 0);
        yield return Forbidden("secret memory", Call(447, -1, 0, 0, 0, 0));
    }

    /// <summary>What is counted per user of the machine. Each call is wrong in itself.</summary>
    public static IEnumerable<string?> Stores()
    {
        (string Name, long Number)[] stores =
        [
            ("timers", Number(222, 107)), ("epoll", Number(233, 21)), ("inotify", Number(294, 26)), ("locked memory", Number(149, 228)),
            ("asynchronous I/O", Number(206, 0)),
            ("files of signals", Number(289, 74)), ("files of events", Number(290, 19)),
        ];
        foreach ((string name, long number) in stores)
            yield return Forbidden(name, Call(number, -1, -1, -1, -1, -1));
        const int standardError = 2, setPipeSize = 1031;
        yield return Forbidden("room of pipes", Call(Number(72, 25), standardError, setPipeSize, -1, 0, 0));
    }

    public static IEnumerable<string?> Cores()
    {
        yield return ChosenCore();
        yield return Forbidden("chooses its scheduling", Call(Number(144, 119), 0, -1, 0, 0, 0));
        yield return Forbidden("chooses its priority", Call(Number(141, 140), -1, 0, 0, 0, 0));
    }

    /// <summary>
    /// To be on one core may be asked for; it must not be done. Where there is one core alone there is nothing to choose.
    /// </summary>
    private static string? ChosenCore()
    {
        ulong* before = stackalloc ulong[16], after = stackalloc ulong[16];
        const int bytes = 128, chooseCores = 203;
        if (Call(Number(204, 123), 0, bytes, (long)before, 0, 0) < 0 || ulong.IsPow2(before[0]))
            return null;
        ulong first = before[0] & (ulong)-(long)before[0];
        Call(Number(chooseCores, 122), 0, sizeof(ulong), (long)&first, 0, 0);
        Call(Number(204, 123), 0, bytes, (long)after, 0, 0);
        Call(Number(chooseCores, 122), 0, bytes, (long)before, 0, 0);
        return after[0] == before[0] ? null : "chooses its core";
    }

    public static IEnumerable<string?> Sockets()
    {
        (string Name, int Family, int Type)[] sockets =
            [("a TCP socket", 2, 1), ("a UDP socket", 2, 2), ("an IPv6 socket", 10, 1), ("a unix socket", 1, 1),
            ("a netlink socket", 16, 3), ("a vsock socket", 40, 1)];
        foreach ((string name, int family, int type) in sockets)
            yield return Refused(name, socket(family, type, 0));
        yield return SocketPair();
    }

    public static IEnumerable<string?> NewProcesses()
    {
        // Each is impossible in itself, and says so, unless it is forbidden and says that: no process ever comes of it.
        const int signalHandlersWithoutMemory = 0x00000800;    // CLONE_SIGHAND without CLONE_VM: EINVAL
        yield return Forbidden("clone", Call(Number(56, 220), signalHandlersWithoutMemory, 0, 0, 0, 0));
        yield return Forbidden("clone3", Call(435, 0, 0, 0, 0, 0));
        yield return Forbidden("execve", Call(Number(59, 221), 0, 0, 0, 0, 0));
        yield return Forbidden("execveat", Call(Number(322, 281), -1, 0, 0, 0, 0));
    }

    public static IEnumerable<string?> Signals()
    {
        if (Parent > 0)
            yield return Refused("signals its parent", kill(Parent, 0));
        yield return Refused("signals all", kill(-1, 0));
        yield return Forbidden("queues signals", Call(Number(129, 138), 1, 0, 0, 0, 0));
        const int standardInput = 0, setOwner = 8, setSignal = 10;
        yield return Forbidden("lets the kernel signal its parent", Call(Number(72, 25), standardInput, setOwner, Parent, 0, 0));
        yield return Forbidden("chooses the kernel's signal", Call(Number(72, 25), standardInput, setSignal, 0, 0, 0));
        yield return Forbidden("moves its parent to other cores", Call(Number(203, 122), Parent > 0 ? Parent : 1, 0, 0, 0, 0));
    }

    /// <summary>On the worker's own file, which all cases share and the harness opens.</summary>
    public static IEnumerable<string?> Locks()
    {
        using FileStream shared = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Evaluator.Worker.dll"));
        int descriptor = (int)shared.SafeFileHandle.DangerousGetHandle();
        const int sharedLock = 1, setLock = 6, setOpenFileLock = 37, setLease = 1024;
        yield return Forbidden("locks a file", Call(Number(73, 32), descriptor, sharedLock, 0, 0, 0));
        foreach (int command in new[] { setLock, setOpenFileLock, setLease })
            yield return Forbidden($"locks a file by fcntl {command}", Call(Number(72, 25), descriptor, command, 0, 0, 0));
    }

    public static IEnumerable<string?> Tracing()
    {
        const long seize = 0x4206;
        yield return Forbidden("traces", Call(Number(101, 117), seize, Parent, 0, 0, 0));
        yield return Forbidden("reads another's memory", Call(Number(310, 270), Parent, 0, 0, 0, 0));
        yield return Forbidden("writes another's memory", Call(Number(311, 271), Parent, 0, 0, 0, 0));
        yield return Refused("holds its parent", Call(434, Parent, 0, 0, 0, 0));
        yield return Files.Read($"/proc/{Parent}/mem");
        yield return Files.Read($"/proc/{Parent}/environ");
        yield return Files.Read($"/proc/{Parent}/fd");
    }

    public static IEnumerable<string?> Doors()
    {
        const int newUser = 0x10000000, newMounts = 0x20000;
        yield return Refused("a user namespace", Call(Number(272, 97), newUser, 0, 0, 0, 0));
        yield return Refused("a mount namespace", Call(Number(272, 97), newMounts, 0, 0, 0, 0));
        (string Name, long Number)[] doors =
        [
            ("mount", Number(165, 40)), ("chroot", Number(161, 51)), ("pivot_root", Number(155, 41)), ("setns", Number(308, 268)),
            ("bpf", Number(321, 280)),
            ("perf_event_open", Number(298, 241)), ("init_module", Number(175, 105)), ("finit_module", Number(313, 273)),
            ("kexec_load", Number(246, 104)),
            ("io_uring_setup", 425), ("open_by_handle_at", Number(304, 265)), ("fsopen", 430), ("add_key", Number(248, 217)),
            ("settimeofday", Number(164, 170)),
            ("io_setup", Number(206, 0)),
        ];
        foreach ((string name, long number) in doors)
            yield return Forbidden(name, Call(number, 0, 0, 0, 0, 0));
        yield return Refused("userfaultfd", Call(Number(323, 282), 1, 0, 0, 0, 0));
        yield return Refused("inotify", Call(Number(294, 26), 0, 0, 0, 0, 0));
    }

    /// <summary>What stays in the kernel when its process is gone, and so could reach the next case.</summary>
    public static IEnumerable<string?> LastingMemory()
    {
        yield return Forbidden("System V shared memory", Call(Number(30, 196), -1, 0, 0, 0, 0));
        yield return Forbidden("System V semaphores", Call(Number(66, 191), -1, 0, 0, 0, 0));
        yield return Forbidden("System V messages", Call(Number(71, 187), -1, 0, 0, 0, 0));
        yield return Forbidden("POSIX messages", Call(Number(241, 181), 0, 0, 0, 0, 0));
        yield return Forbidden("keys", Call(Number(250, 219), -1, 0, 0, 0, 0));
    }

    public static IEnumerable<string?> RaisedLimits()
    {
        foreach ((string name, int resource) in new[] { ("RLIMIT_DATA", 2), ("RLIMIT_CORE", 4), ("RLIMIT_NOFILE", 7) })
            yield return RaisedLimit(name, resource);
    }

    private static string? RaisedLimit(string name, int resource)
    {
        ulong* limit = stackalloc ulong[2];
        if (getrlimit(resource, limit) != 0 || limit[1] == ulong.MaxValue)
            return $"{name} is not set";
        limit[1]++;
        return Refused($"raises {name}", setrlimit(resource, limit));
    }

    private static string? SocketPair()
    {
        int* pair = stackalloc int[2];
        return Refused("a pair of sockets", socketpair(1, 1, 0, pair));
    }

    /// <summary>Whether it worked.</summary>
    internal static string? Refused(string what, long result) => result < 0 ? null : what;

    /// <summary>Whether the kernel got as far as looking at the arguments, which are wrong.</summary>
    internal static string? Forbidden(string what, long result) =>
        result is -NotPermitted or -NoSuchCall ? null : what;

    /// <returns>The negative error number of a call that failed; taken at once, since whatever is loaded in between sets another.</returns>
    internal static long Call(long number, long a, long b, long c, long d, long e)
    {
        long result = syscall(number, a, b, c, d, e);
        return result < 0 ? -Marshal.GetLastPInvokeError() : result;
    }

    internal static long Number(long x64, long arm64) => Arm ? arm64 : x64;

    [DllImport("libc", SetLastError = true)]
    private static extern long syscall(long number, long a, long b, long c, long d, long e);

    [DllImport("libc", SetLastError = true)]
    private static extern int socket(int family, int type, int protocol);

    [DllImport("libc", SetLastError = true)]
    private static extern int socketpair(int family, int type, int protocol, int* pair);

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", SetLastError = true)]
    private static extern int getppid();

    [DllImport("libc")]
    private static extern uint geteuid();

    [DllImport("libc", SetLastError = true)]
    private static extern int getrlimit(int resource, ulong* limit);

    [DllImport("libc", SetLastError = true)]
    private static extern int setrlimit(int resource, ulong* limit);
}
