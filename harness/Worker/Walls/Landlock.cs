using System.Runtime.InteropServices;

namespace Evaluator.Worker.Walls;

/// <summary>
/// Landlock (kernel documentation, userspace-api/landlock.rst): from here on, this thread and what it executes open only what stands
/// below the named paths. It also bars tracing and, from version 6, signalling whatever is outside.
/// </summary>
internal static unsafe class Landlock
{
    private const ulong Execute = 1 << 0, ReadFile = 1 << 2, ReadFolder = 1 << 3;
    private const ulong OnFiles = Execute | 1 << 1 | ReadFile | 1 << 14 | 1 << 15;    // and write, truncate, ioctl
    private const int PathBeneath = 1;
    private const ulong AbstractSockets = 1 << 0, Signals = 1 << 1;

    /// <summary>
    /// Of /proc what a process may see of itself, as inside bubblewrap: not who else maps a page, not where the machine's mounts are, nor
    /// the variables that it was started with.
    /// </summary>
    private static readonly string[] OfItself = ["/proc/self/maps", "/proc/self/statm", "/proc/self/mem", "/proc/self/fd"];

    /// <summary>All rights over files that a version knows: 13 in the first, then refer, truncate, -, device ioctl.</summary>
    private static ulong AllRights(int version) => version switch
    {
        1 => (1UL << 13) - 1,
        2 => (1UL << 14) - 1,
        3 or 4 => (1UL << 15) - 1,
        _ => (1UL << 16) - 1,
    };

    /// <param name="readable">Files and folders that may be read and executed.</param>
    /// <param name="writable">The one folder where anything may be done.</param>
    /// <param name="giveUpPrivileges">Called between opening the paths and closing the door.</param>
    public static void Restrict(string[] readable, string writable, Action giveUpPrivileges)
    {
        int version = LibC.Checked(LibC.syscall(SystemCalls.LandlockCreateRuleset, 0, 0, 1, 0), "use Landlock");
        ulong all = AllRights(version);
        var rules = new RuleSet(all, 0, version >= 6 ? AbstractSockets | Signals : 0);
        nint size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        int ruleset = LibC.Checked(LibC.syscall(SystemCalls.LandlockCreateRuleset, (nint)(&rules), size, 0, 0), "make a Landlock rule set");

        foreach (string path in readable)
            Allow(ruleset, path, Execute | ReadFile | ReadFolder, all);
        foreach (string file in OfItself)
            Allow(ruleset, file, ReadFile | ReadFolder, all);
        Allow(ruleset, writable, all, all);
        giveUpPrivileges();
        LibC.Checked(LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "renounce new privileges");
        LibC.Checked(LibC.syscall(SystemCalls.LandlockRestrictSelf, ruleset, 0, 0, 0), "enter Landlock");
        LibC.close(ruleset);
    }

    private static void Allow(int ruleset, string path, ulong rights, ulong all)
    {
        rights &= Directory.Exists(path) ? all : all & OnFiles;
        int descriptor = LibC.Checked(LibC.open(path, LibC.O_PATH | LibC.O_CLOEXEC), "open", path);
        var rule = new Rule(rights, descriptor);
        LibC.Checked(LibC.syscall(SystemCalls.LandlockAddRule, ruleset, PathBeneath, (nint)(&rule), 0), "allow", path);
        LibC.close(descriptor);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct RuleSet(ulong files, ulong network, ulong scoped)
    {
        private readonly ulong files = files;
        private readonly ulong network = network;
        private readonly ulong scoped = scoped;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly struct Rule(ulong rights, int descriptor)
    {
        private readonly ulong rights = rights;
        private readonly int descriptor = descriptor;
    }
}
