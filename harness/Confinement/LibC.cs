using System.Runtime.InteropServices;

namespace Evaluator.Confinement;

/// <summary>The system calls that .NET has no name for.</summary>
internal static partial class LibC
{
    public const int ESRCH = 3;
    public const int EEXIST = 17;
    public const int ENODEV = 19;
    public const int SIGKILL = 9;
    public const uint FIONREAD = 0x541B;
    public const int F_SETPIPE_SZ = 1031;
    public const int O_RDONLY = 0;
    public const int PRIO_PROCESS = 0;
    public const int RUSAGE_CHILDREN = -1;
    public const int O_CLOEXEC = 0x80000;
    public const int AT_FDCWD = -100;
    public const uint STATX_NLINK = 0x4, STATX_BASIC_STATS = 0x7ff;
    public const int StatxSize = 256, StatxLinksAt = 16;    // struct statx, stx_nlink

    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(SafeHandle descriptor, nuint request, out int value);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(SafeHandle descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int clock_gettime(int clock, out Timespec time);

    /// <param name="usage">struct rusage: 16 longs, of which the first four are seconds and microseconds in user and in kernel mode.</param>
    [LibraryImport("libc", SetLastError = true)]
    public static unsafe partial int getrusage(int who, long* usage);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setpriority(int which, uint who, int nice);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int link(string existing, string created);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int kill(int process, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int rmdir(string path);

    [LibraryImport("libc")]
    public static partial uint geteuid();

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int statx(int folder, string path, int flags, uint mask, byte* result);

    [StructLayout(LayoutKind.Sequential)]
    public struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
