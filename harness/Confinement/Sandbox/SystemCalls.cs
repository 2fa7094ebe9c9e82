using System.Runtime.InteropServices;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// Numbers of Linux system calls: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (ARM64).
/// </summary>
internal static class SystemCalls
{
    private const int None = -1;    // of that name there is none on this architecture

    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => false,
        System.Runtime.InteropServices.Architecture.Arm64 => true,
        var other => throw new PlatformNotSupportedException($"no table of system calls for {other}"),
    };

    /// <summary>AUDIT_ARCH_AARCH64 or AUDIT_ARCH_X86_64.</summary>
    public static uint Architecture => Arm ? 0xC00000B7 : 0xC000003E;

    /// <summary>
    /// From here on the C libraries try a call and do without it where the kernel says that it has none; the numbers are the same
    /// everywhere.
    /// </summary>
    public const uint FirstOptional = 424;

    /// <summary>open and openat, with the place of their flags; ARM64 has only the latter.</summary>
    public static (uint Call, uint Flags)[] Open => Arm ? [(56, 2)] : [(2, 1), (257, 2)];

    public static uint Clone => Number(56, 220);

    public static uint Futex => Number(202, 98);

    public static uint Map => Number(9, 222);

    public static uint CreateFileInMemory => Number(319, 279);

    public static uint Advise => Number(28, 233);

    public static uint AdviseOnFile => Number(221, 223);

    public static uint Kill => Number(62, 129);

    public static uint KillThread => Number(234, 131);

    public static uint Limits => Number(302, 261);

    public static uint ProcessControl => Number(157, 167);

    public static uint FileControl => Number(72, 25);

    public static uint DeviceControl => Number(16, 29);

    public static uint ChooseCores => Number(203, 122);

    public static uint SyncMap => Number(26, 227);

    /// <summary>fsync, fdatasync, sync_file_range.</summary>
    public static uint[] SyncFile => [Number(74, 82), Number(75, 83), Number(277, 84)];

    /// <summary>clock_gettime, clock_getres, clock_nanosleep.</summary>
    public static uint[] Clocks => [Number(228, 113), Number(229, 114), Number(230, 115)];

    /// <summary>
    /// What the three runtimes and the C libraries were seen to use after the filter is there (the hostile corpus and the languages' specs
    /// under strace), and what stands beside it and touches nothing but the process itself and its own files.
    /// </summary>
    public static IEnumerable<uint> AlwaysAllowed
    {
        get
        {
            foreach ((int x64, int arm64) in Allowed)
            {
                int number = Arm ? arm64 : x64;
                if (number != None)
                    yield return (uint)number;
            }
        }
    }

    private static readonly (int X64, int Arm64)[] Allowed =
    [
        // read, write, readv, writev, pread64, pwrite64, preadv, pwritev
        (0, 63), (1, 64), (19, 65), (20, 66), (17, 67), (18, 68), (295, 69), (296, 70),
        // creat, close, lseek, sendfile, copy_file_range
        (85, None), (3, 57), (8, 62), (40, 71), (326, 285),
        (4, None), (5, 80), (6, None), (262, 79), (332, 291),                                   // stat, fstat, lstat, newfstatat, statx
        (21, None), (269, 48), (439, 439),                                                      // access, faccessat, faccessat2
        // readlink, readlinkat, getdents, getdents64, getcwd, chdir, fchdir
        (89, None), (267, 78), (78, None), (217, 61), (79, 17), (80, 49), (81, 50),
        (77, 46), (285, 47), (95, 166),                                                         // ftruncate, fallocate, umask
        // rename, renameat, renameat2, mkdir, mkdirat, rmdir
        (82, None), (264, 38), (316, 276), (83, None), (258, 34), (84, None),
        // unlink, unlinkat, link, linkat, symlink, symlinkat
        (87, None), (263, 35), (86, None), (265, 37), (88, None), (266, 36),
        // dup, dup2, dup3, pipe2: .NET starts each thread with a pipe
        (32, 23), (33, None), (292, 24), (293, 59),
        // poll, ppoll, select, pselect6: of its own descriptors
        (7, None), (271, 73), (23, None), (270, 72),
        // epoll_create1, -wait, -pwait, which .NET asks for before a socket; not -ctl, which fills a user's store
        (291, 20), (232, None), (281, 22),
        (10, 226), (11, 215), (12, 214), (25, 216), (324, 283),                                 // mprotect, munmap, brk, mremap, membarrier
        // rt_sigaction, -procmask, -return, -pending, -timedwait, -suspend, sigaltstack
        (13, 134), (14, 135), (15, 139), (127, 136), (128, 137), (130, 133), (131, 132),
        // pause, nanosleep, restart_syscall, sched_yield
        (34, None), (35, 101), (219, 128), (24, 124),
        // getitimer, alarm, setitimer: one timer a process, of no store
        (36, 102), (37, None), (38, 103),
        // gettimeofday, time, times, getrusage, getcpu
        (96, 169), (201, None), (100, 153), (98, 165), (309, 168),
        // getpid, getppid, gettid, get[e]uid, get[e]gid
        (39, 172), (110, 173), (186, 178), (102, 174), (107, 175), (104, 176), (108, 177),
        (115, 158), (118, 148), (120, 150), (125, 90),                                          // getgroups, getresuid, getresgid, capget
        (97, 163), (160, 164), (63, 160),                                                       // getrlimit, setrlimit, uname
        // sched_getaffinity, getpriority, sched_getscheduler, -getparam, -get_priority_max, -min
        (204, 123), (140, 141), (145, 120), (143, 121), (146, 125), (147, 126),
        // wait4, waitid: of the children that it has not
        (61, 260), (247, 95),
        (60, 93), (231, 94),                                                                    // exit, exit_group
        (158, None), (318, 278), (334, 293),                                                    // arch_prctl, getrandom, rseq
    ];

    private static uint Number(uint x64, uint arm64) => Arm ? arm64 : x64;
}
