using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Evaluator.Worker.Walls;

/// <summary>The system calls that a worker makes for itself.</summary>
internal static unsafe partial class LibC
{
    /// <summary>By its full name: asked for as "libc" it is looked for in eight places where it is not.</summary>
    private const string Library = "libc.so.6";

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
    public const int MAP_PRIVATE = 2;
    public const int EINTR = 4;
    public const int SEEK_END = 2;
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint read(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint write(int descriptor, byte* buffer, nint count);

    [LibraryImport(Library, SetLastError = true)]
    public static partial long lseek(int descriptor, long offset, int from);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint mmap(nint address, nint bytes, int protection, int flags, int descriptor, long offset);

    [LibraryImport(Library)]
    public static partial int munmap(nint address, nint bytes);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(int descriptor, int command, int argument);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int dup2(int from, int to);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport(Library, SetLastError = true)]
    public static partial nint syscall(nint number, nint a, nint b, nint c, nint d);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int getrlimit(int resource, out ResourceLimit limit);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int setrlimit(int resource, in ResourceLimit limit);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int chown(string path, uint user, uint group);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int setgroups(nuint count, uint* groups);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int setresgid(uint real, uint effective, uint saved);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int setresuid(uint real, uint effective, uint saved);

    /// <param name="arguments">Texts that end with a zero, behind the last of them null.</param>
    [LibraryImport(Library, SetLastError = true)]
    public static partial int execv(nint path, nint* arguments);

    /// <returns>0 where no loaded file holds the address.</returns>
    [LibraryImport(Library)]
    public static partial int dladdr(nint address, out Found found);

    [LibraryImport(Library)]
    public static partial int mprotect(nint address, nint bytes, int protection);

    [LibraryImport(Library)]
    public static partial int madvise(nint address, nint bytes, int advice);

    [LibraryImport(Library)]
    public static partial void _exit(int status);

    [LibraryImport(Library)]
    public static partial nint signal(int number, nint handler);

    [LibraryImport(Library)]
    public static partial int getppid();

    [LibraryImport(Library)]
    public static partial uint geteuid();

    [LibraryImport(Library)]
    public static partial int clearenv();

    /// <param name="name">Ends with a zero.</param>
    /// <returns>A text that ends with a zero; null where there is no such variable.</returns>
    [LibraryImport(Library)]
    public static partial byte* getenv(byte* name);

    [LibraryImport(Library)]
    public static partial int setenv(byte* name, byte* value, int overwrite);

    /// <param name="what">What the call was to do.</param>
    /// <param name="with">What it was to do that with; put into words only where it failed.</param>
    /// <exception cref="Win32Exception">The call failed.</exception>
    public static int Checked(nint result, string what, string with = "") =>
        result >= 0 ? (int)result : throw Failed(what, with);

    /// <summary>Whether the last call failed because a signal came.</summary>
    public static bool WasInterrupted => Marshal.GetLastPInvokeError() == EINTR;

    /// <param name="name">Ends with a zero.</param>
    /// <returns>A variable's text, which ends with a zero; null where there is none.</returns>
    public static byte* Variable(ReadOnlySpan<byte> name)
    {
        fixed (byte* first = name)
            return getenv(first);
    }

    /// <summary>What the last call's error number says.</summary>
    public static Win32Exception Failed(string what, string with = "") =>
        new(Marshal.GetLastPInvokeError(), $"can't {what} {with}: {Marshal.GetLastPInvokeErrorMessage()}");

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
