using System.Runtime.InteropServices;

namespace Evaluator.Worker.Walls;

/// <summary>
/// Numbers of the Linux system calls that no library has a name for: arch/x86/entry/syscalls/syscall_64.tbl and
/// include/uapi/asm-generic/unistd.h (ARM64).
/// </summary>
internal static class SystemCalls
{
    public const int LandlockCreateRuleset = 444, LandlockAddRule = 445, LandlockRestrictSelf = 446;

    private static readonly bool Arm = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => false,
        Architecture.Arm64 => true,
        var other => throw new PlatformNotSupportedException($"no numbers of system calls for {other}"),
    };

    public static int CapSet => Arm ? 91 : 126;

    public static int Seccomp => Arm ? 277 : 317;
}
