using System.Runtime.InteropServices;

namespace Evaluator.Worker;

/// <summary>
/// A seccomp filter for all threads of this process, for good (kernel documentation, userspace-api/seccomp_filter.rst). What is forbidden
/// fails with EPERM and nothing else happens: the verdict is what the predictor then does. The kernel remembers the calls that are
/// always allowed and does not run the filter for them, so a straight list costs the predictor nothing.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const uint Allow = 0x7fff0000, Fail = 0x00050000;
    private const uint NotPermitted = 1, NoSuchCall = 38;
    private const uint NumberAt = 0, ArchitectureAt = 4, ArgumentsAt = 16;
    private const uint ThreadFlag = 0x00010000;    // CLONE_THREAD
    private const uint X32Bit = 0x40000000;
    private const int SetModeFilter = 1, AllThreads = 1;

    /// <summary>
    /// Commands of fcntl: F_GETLK, F_SETLK, F_SETLKW and the same for open files, F_SETLEASE and F_NOTIFY reach whoever has the file open;
    /// F_SETOWN, F_SETSIG and F_SETOWN_EX let the kernel send any signal to another process of the same user.
    /// </summary>
    private static readonly uint[] FileLocksAndSignals = [5, 6, 7, 36, 37, 38, 1024, 1026, 8, 10, 15];

    /// <summary>Requests of ioctl that ask what a descriptor is: TCGETS, TCGETS2, TIOCGWINSZ, FIONREAD; and FIONBIO, FIOCLEX. Others change files and devices.</summary>
    private static readonly uint[] TerminalQuestions = [0x5401, 0x802c542a, 0x5413, 0x541b, 0x5421, 0x5451];

    /// <exception cref="System.ComponentModel.Win32Exception">The kernel refuses.</exception>
    public static void Install()
    {
        FilterProgram program = Build((uint)Environment.ProcessId);
        LibC.Checked(LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "renounce new privileges");
        fixed (ulong* first = program.Instructions)
        {
            var whole = new Program((ushort)program.Length, first);
            LibC.Checked(LibC.syscall(SystemCalls.Seccomp, SetModeFilter, AllThreads, (nint)(&whole), 0), "install the system call filter");
        }
    }

    private static FilterProgram Build(uint self)
    {
        // Another architecture's numbers mean other calls: none of them is let through. x32 is one of those, under x64's name.
        var program = new FilterProgram();
        program.Load(ArchitectureAt);
        program.JumpIfEqual(SystemCalls.Architecture, 1, 0);
        program.Return(Fail | NoSuchCall);
        program.Load(NumberAt);
        program.JumpIfAtLeast(X32Bit, 0, 1);
        program.Return(Fail | NoSuchCall);
        AddRefusals(program, SystemCalls.ForbiddenHere);
        AddRefusals(program, SystemCalls.ForbiddenEverywhere);

        // clone3 hides its flags from filters; the C library then falls back to clone, which makes threads here and nothing else.
        program.JumpIfEqual(SystemCalls.Clone3, 0, 1);
        program.Return(Fail | NoSuchCall);
        program.JumpIfEqual(SystemCalls.Clone, 0, 4);
        program.Load(ArgumentsAt);
        program.JumpIfAnySet(ThreadFlag, 1, 0);
        program.Return(Fail | NotPermitted);
        program.Load(NumberAt);

        // Signals, limits and cores: its own, which aborts and the runtime need.
        AllowOnly(program, SystemCalls.Kill, 0, [self]);
        AllowOnly(program, SystemCalls.TgKill, 0, [self]);
        AllowOnly(program, SystemCalls.PrLimit, 0, [0, self]);
        AllowOnly(program, SystemCalls.SchedSetAffinity, 0, [0, self]);
        // A worker must not outlive the harness.
        Refuse(program, SystemCalls.PrCtl, 0, [LibC.PR_SET_PDEATHSIG]);
        Refuse(program, SystemCalls.FCntl, 1, FileLocksAndSignals);
        AllowOnly(program, SystemCalls.IoCtl, 1, TerminalQuestions);
        program.Return(Allow);
        return program;
    }

    private static void AddRefusals(FilterProgram program, int[] calls)
    {
        foreach (int call in calls)
        {
            program.JumpIfEqual((uint)call, 0, 1);
            program.Return(Fail | NotPermitted);
        }
    }

    /// <summary>The call fails unless the lower half of an argument is one of these.</summary>
    private static void AllowOnly(FilterProgram program, uint call, uint argument, uint[] allowed)
    {
        BeginRule(program, call, argument, allowed.Length);
        for (int i = 0; i < allowed.Length; i++)
            program.JumpIfEqual(allowed[i], (byte)(allowed.Length - i), 0);
        EndRule(program);
    }

    /// <summary>The call fails if the lower half of an argument is one of these.</summary>
    private static void Refuse(FilterProgram program, uint call, uint argument, uint[] refused)
    {
        BeginRule(program, call, argument, refused.Length);
        for (int i = 0; i < refused.Length; i++)
            program.JumpIfEqual(refused[i], (byte)(refused.Length - 1 - i), (byte)(i == refused.Length - 1 ? 1 : 0));
        EndRule(program);
    }

    private static void BeginRule(FilterProgram program, uint call, uint argument, int tests)
    {
        program.JumpIfEqual(call, 0, (byte)(tests + 3));
        program.Load(ArgumentsAt + 8 * argument);
    }

    private static void EndRule(FilterProgram program)
    {
        program.Return(Fail | NotPermitted);
        program.Load(NumberAt);
    }

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Program(ushort length, ulong* first)
    {
        private readonly ushort length = length;
        private readonly ulong* first = first;
    }
}
