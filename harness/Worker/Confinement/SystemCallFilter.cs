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
        BeginArgumentRule(program, SystemCalls.Clone);
        program.JumpIfAnySet(ThreadFlag, 1, 0);
        EndArgumentRule(program);
        // Signals and limits: to itself, which aborts need.
        BeginArgumentRule(program, SystemCalls.Kill);
        program.JumpIfEqual(self, 1, 0);
        EndArgumentRule(program);
        BeginArgumentRule(program, SystemCalls.TgKill);
        program.JumpIfEqual(self, 1, 0);
        EndArgumentRule(program);
        program.JumpIfEqual(SystemCalls.PrLimit, 0, 5);
        program.Load(ArgumentsAt);
        program.JumpIfEqual(0, 2, 0);
        program.JumpIfEqual(self, 1, 0);
        EndArgumentRule(program);
        // A worker must not outlive the harness.
        BeginArgumentRule(program, SystemCalls.PrCtl);
        program.JumpIfEqual(LibC.PR_SET_PDEATHSIG, 0, 1);
        EndArgumentRule(program);
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

    /// <summary>The one instruction between this and <see cref="EndArgumentRule"/> tests the lower half of the call's first argument; the call fails unless it skips one.</summary>
    private static void BeginArgumentRule(FilterProgram program, uint call)
    {
        program.JumpIfEqual(call, 0, 4);
        program.Load(ArgumentsAt);
    }

    private static void EndArgumentRule(FilterProgram program)
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
