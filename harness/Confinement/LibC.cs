using System.Runtime.InteropServices;

namespace Evaluator.Confinement;

/// <summary>The system calls that .NET has no name for.</summary>
internal static partial class LibC
{
    /// <summary>As the linker names it: "libc" alone is sought under eight names that are not there.</summary>
    private const string Library = "libc.so.6";

    public const int EPERM = 1;
    public const int ENOENT = 2;
    public const int ESRCH = 3;
    public const int ENXIO = 6;
    public const int EACCES = 13;
    public const int EEXIST = 17;
    public const int ENODEV = 19;
    public const int ENOTDIR = 20;
    public const int ENAMETOOLONG = 36;
    public const int ELOOP = 40;
    public const int SIGKILL = 9;
    public const uint FIONREAD = 0x541B;
    public const int F_SETPIPE_SZ = 1031;
    public const int O_RDONLY = 0;
    public const int PRIO_PROCESS = 0;
    public const int RUSAGE_CHILDREN = -1;
    public const int O_CLOEXEC = 0x80000;
    public const int O_NONBLOCK = 0x800;
    public const int AT_FDCWD = -100;
    public const int AT_EMPTY_PATH = 0x1000;
    public const int S_IFMT = 0xF000, S_IFIFO = 0x1000, S_IFDIR = 0x4000, S_IFREG = 0x8000, S_IFSOCK = 0xC000;
    public const uint STATX_NLINK = 0x4, STATX_BASIC_STATS = 0x7ff;

    // Of struct statx: stx_nlink, mode, ino, size, blocks (of 512 bytes), dev_major and dev_minor.
    public const int StatxSize = 256, StatxLinksAt = 16, StatxModeAt = 28, StatxNodeAt = 32, StatxBytesAt = 40, StatxBlocksAt = 48,
        StatxDeviceAt = 136;

    /// <summary>O_DIRECTORY and O_NOFOLLOW; ARM64 has numbers of its own.</summary>
    public static readonly int O_DIRECTORY = Arm ? 0x4000 : 0x10000, O_NOFOLLOW = Arm ? 0x8000 : 0x20000;

    private static bool Arm => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mkdir(string path, uint mode);

    [LibraryImport(Library)]
    public static partial nint signal(int number, nint handler);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int ioctl(SafeHandle descriptor, nuint request, out int value);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fcntl(SafeHandle descriptor, int command, int argument);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int clock_gettime(int clock, out Timespec time);

    /// <param name="usage">struct rusage: 16 longs, of which the first four are seconds and microseconds in user and in kernel
    /// mode.</param>
    [LibraryImport(Library, SetLastError = true)]
    public static unsafe partial int getrusage(int who, long* usage);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int openat(int folder, string path, int flags);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int memfd_create(string name, uint flags);

    /// <param name="result">struct statvfs: longs, of which the second to the seventh are the size of a block, blocks, free ones, those for
    /// all, files, free ones.</param>
    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int statvfs(string path, ulong* result);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int setpriority(int which, uint who, int nice);

    /// <param name="thread">0 for the calling one.</param>
    /// <param name="cores">A bit a core.</param>
    [LibraryImport(Library, SetLastError = true)]
    public static partial int sched_getaffinity(int thread, nuint bytes, Span<ulong> cores);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int sched_setaffinity(int thread, nuint bytes, ReadOnlySpan<ulong> cores);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int fsync(int descriptor);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int link(string existing, string created);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    public static partial int kill(int process, int signal);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rmdir(string path);

    [LibraryImport(Library)]
    public static partial uint geteuid();

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int statx(int folder, string path, int flags, uint mask, byte* result);

    /// <returns>What kind of file it is (one of S_IF…), and its size.</returns>
    /// <exception cref="IOException">The kernel does not say.</exception>
    public static unsafe (int Kind, long Bytes) KindAndSize(SafeHandle file)
    {
        byte* status = stackalloc byte[StatxSize];
        if (statx((int)file.DangerousGetHandle(), "", AT_EMPTY_PATH, STATX_BASIC_STATS, status) != 0)
            throw new IOException($"an open file can't be looked at: {Marshal.GetLastPInvokeErrorMessage()}");
        return (*(ushort*)(status + StatxModeAt) & S_IFMT, *(long*)(status + StatxBytesAt));
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
