using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Evaluator.Worker.Walls;

/// <summary>The system calls that a worker makes for itself.</summary>
internal static unsafe partial class LibC
{
    public const int F_DUPFD_CLOEXEC = 1030;
    public const int O_RDONLY = 0;
    public const int O_PATH = 0x200000;
    public const int O_CLOEXEC = 0x80000;
    public const int PR_SET_PDEATHSIG = 1;
    public const int PR_CAPBSET_DROP = 24;
    public const int PR_SET_NO_NEW_PRIVS = 38;
    public const int RLIMIT_FSIZE = 1;
    public const int RLIMIT_DATA = 2;
    public const int RLIMIT_CORE = 4;
    public const int RLIMIT_NPROC = 6;
    public const int RLIMIT_NOFILE = 7;
    public const int RLIMIT_MEMLOCK = 8;
    public const int RLIMIT_SIGPENDING = 11;
    public const int SIGKILL = 9;
    public const int SIGXFSZ = 25;
    public const nint SIG_IGN = 1;
    public const int MADV_HUGEPAGE = 14;
    public const int MADV_NOHUGEPAGE = 15;
    public const int MADV_DODUMP = 17;
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int dup2(int from, int to);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int getrlimit(int resource, out ResourceLimit limit);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setrlimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int chown(string path, uint user, uint group);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setgroups(nuint count, uint* groups);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setresgid(uint real, uint effective, uint saved);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setresuid(uint real, uint effective, uint saved);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int execve(string path, string?[] arguments, string?[] environment);

    /// <returns>0 where no loaded file holds the address.</returns>
    [LibraryImport("libc")]
    public static partial int dladdr(nint address, out Found found);

    [LibraryImport("libc")]
    public static partial int mprotect(nint address, nint bytes, int protection);

    [LibraryImport("libc")]
    public static partial int madvise(nint address, nint bytes, int advice);

    [LibraryImport("libc")]
    public static partial void _exit(int status);

    [LibraryImport("libc")]
    public static partial nint signal(int number, nint handler);

    [LibraryImport("libc")]
    public static partial int getppid();

    [LibraryImport("libc")]
    public static partial uint geteuid();

    [LibraryImport("libc")]
    public static partial int clearenv();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int setenv(string name, string value, int overwrite);

    /// <exception cref="Win32Exception">The call failed.</exception>
    public static int Checked(nint result, string what) =>
        result >= 0
        ? (int)result
        : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"can't {what}: {Marshal.GetLastPInvokeErrorMessage()}");

    [StructLayout(LayoutKind.Sequential)]
    public readonly struct ResourceLimit(ulong both)
    {
        private readonly ulong soft = both;

        public ulong Hard { get; } = both;
    }

    /// <summary>Dl_info: the file that holds an address, and where it starts in memory.</summary>
    public struct Found
    {
        public nint File, Start, SymbolName, Symbol;
    }
}
