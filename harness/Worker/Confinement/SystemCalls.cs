using System.Runtime.InteropServices;

namespace Evaluator.Worker;

/// <summary>
/// Numbers of Linux system calls: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (ARM64). From 424 on they are
/// the same everywhere.
/// </summary>
internal static class SystemCalls
{
    public const uint Clone3 = 435;
    public const int LandlockCreateRuleset = 444, LandlockAddRule = 445, LandlockRestrictSelf = 446;

    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => false,
        System.Runtime.InteropServices.Architecture.Arm64 => true,
        var other => throw new PlatformNotSupportedException($"no table of system calls for {other}"),
    };

    /// <summary>AUDIT_ARCH_AARCH64 or AUDIT_ARCH_X86_64.</summary>
    public static uint Architecture => Arm ? 0xC00000B7 : 0xC000003E;

    public static uint Clone => Number(56, 220);

    public static uint Kill => Number(62, 129);

    public static uint TgKill => Number(234, 131);

    public static uint PrCtl => Number(157, 167);

    public static uint PrLimit => Number(302, 261);

    public static uint IoCtl => Number(16, 29);

    public static uint FCntl => Number(72, 25);

    public static uint SchedSetAffinity => Number(203, 122);

    public static int CapSet => (int)Number(126, 91);

    public static int Seccomp => (int)Number(317, 277);

    /// <summary>What a predictor has no use for, and what attacks on other processes or the kernel begin with.</summary>
    public static int[] ForbiddenHere => Arm ? ForbiddenOnArm64 : ForbiddenOnX64;

    /// <summary>Of those, the ones that have one number on all machines.</summary>
    public static readonly int[] ForbiddenEverywhere =
    [
        424, 434, 438, 440, 448,                // pidfd_send_signal, pidfd_open, pidfd_getfd, process_madvise, process_mrelease
        425, 426, 427,                          // io_uring_setup, io_uring_enter, io_uring_register
        428, 429, 430, 431, 432, 433, 442,      // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        447,                                    // memfd_secret: memory that no limiter's poll can see
        452, 463, 466, 469,                     // fchmodat2, setxattrat, removexattrat, file_setattr
    ];

    private static readonly int[] ForbiddenOnX64 =
    [
        57, 58, 59, 322,                                  // fork, vfork, execve, execveat
        41, 42, 43, 49, 50, 53, 288,                      // socket, connect, accept, bind, listen, socketpair, accept4
        101, 310, 311, 312,                               // ptrace, process_vm_readv, process_vm_writev, kcmp
        129, 200, 297,                                    // rt_sigqueueinfo, tkill, rt_tgsigqueueinfo
        175, 176, 313, 246, 320, 169,                     // init_module, delete_module, finit_module, kexec_load, kexec_file_load, reboot
        155, 161, 165, 166, 167, 168, 272, 308,           // pivot_root, chroot, mount, umount2, swapon, swapoff, unshare, setns
        298, 300, 321, 323,                               // perf_event_open, fanotify_init, bpf, userfaultfd
        248, 249, 250,                                    // add_key, request_key, keyctl
        29, 30, 31, 67, 64, 65, 66, 220, 68, 69, 70, 71,  // shm*, sem*, msg*: System V memory outlives its process
        240, 241,                                         // mq_open, mq_unlink
        103, 135, 163, 170, 171, 172, 173, 179, 180, 212, // syslog, personality, acct, set*name, iopl, ioperm, quotactl, nfsservctl, lookup_dcookie
        159, 164, 227, 305,                               // adjtimex, settimeofday, clock_settime, clock_adjtime
        303, 304,                                         // name_to_handle_at, open_by_handle_at
        141, 142, 144, 251, 256, 279, 314,                // setpriority, sched_set*, ioprio_set, migrate_pages, move_pages
        206, 253, 294,                                    // io_setup, inotify_init, inotify_init1: from stores that all processes, or all of a user, share
        162, 306, 154,                                    // sync, syncfs: of everybody's files; modify_ldt
        // No wall of files stops these: who owns a file changes it through a descriptor for reading, and Landlock lets him by its name.
        90, 91, 268, 92, 93, 94, 260,                     // *chmod*, *chown*
        132, 235, 261, 280,                               // utime, utimes, futimesat, utimensat
        188, 189, 190, 197, 198, 199,                     // *setxattr, *removexattr
        73,                                               // flock: others wait for it, or fail, on files that all cases share
    ];

    private static readonly int[] ForbiddenOnArm64 =
    [
        221, 281,
        198, 199, 200, 201, 202, 203, 242,
        117, 270, 271, 272,
        130, 138, 240,
        104, 105, 106, 142, 273, 294,
        39, 40, 41, 51, 97, 224, 225, 268,
        241, 262, 280, 282,
        217, 218, 219,
        186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197,
        180, 181,
        18, 42, 60, 89, 92, 116, 161, 162,
        112, 170, 171, 266,
        264, 265,
        30, 118, 119, 140, 238, 239, 274,
        0, 26,
        81, 267,
        52, 53, 54, 55,
        88,
        5, 6, 7, 14, 15, 16,
        32,
    ];

    private static uint Number(uint x64, uint arm64) => Arm ? arm64 : x64;
}
