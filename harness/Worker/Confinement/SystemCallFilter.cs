using System.Runtime.InteropServices;

namespace Evaluator.Worker;

/// <summary>
/// A seccomp filter for all threads of this process, for good (kernel documentation, userspace-api/seccomp_filter.rst). What is forbidden
/// fails with EPERM and nothing else happens: the verdict is what the predictor then does. The kernel remembers the calls that are
/// always allowed and does not run the filter for them, so a straight list costs the predictor nothing.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const ushort Load = 0x20, JumpIfEqual = 0x15, JumpIfAnySet = 0x45, JumpIfAtLeast = 0x35, Return = 0x06;
    private const uint Allow = 0x7fff0000, Fail = 0x00050000;
    private const uint NotPermitted = 1, NoSuchCall = 38;
    private const uint NumberAt = 0, ArchitectureAt = 4, ArgumentsAt = 16;
    private const uint ThreadFlag = 0x00010000;    // CLONE_THREAD
    private const uint X32Bit = 0x40000000;
    private const int SetModeFilter = 1, AllThreads = 1;

    /// <exception cref="System.ComponentModel.Win32Exception">The kernel refuses.</exception>
    public static void Install()
    {
        Instruction[] program = Build((uint)Environment.ProcessId);
        LibC.Checked(LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "renounce new privileges");
        fixed (Instruction* first = program)
        {
            var whole = new Program((ushort)program.Length, first);
            LibC.Checked(LibC.syscall(SystemCalls.Seccomp, SetModeFilter, AllThreads, (nint)(&whole), 0), "install the system call filter");
        }
    }

    private static Instruction[] Build(uint self)
    {
        // Another architecture's numbers mean other calls: none of them is let through. x32 is one of those, under x64's name.
        List<Instruction> program =
        [
            new(Load, ArchitectureAt),
            new(JumpIfEqual, SystemCalls.Architecture, 1, 0),
            new(Return, Fail | NoSuchCall),
            new(Load, NumberAt),
            new(JumpIfAtLeast, X32Bit, 0, 1),
            new(Return, Fail | NoSuchCall),
        ];
        foreach (int call in SystemCalls.Forbidden)
            program.AddRange([new(JumpIfEqual, (uint)call, 0, 1), new(Return, Fail | NotPermitted)]);

        // clone3 hides its flags from filters; the C library then falls back to clone, which makes threads here and nothing else.
        program.AddRange([new(JumpIfEqual, SystemCalls.Clone3, 0, 1), new(Return, Fail | NoSuchCall)]);
        AddArgumentRule(program, SystemCalls.Clone, 0, new(JumpIfAnySet, ThreadFlag, 1, 0));
        // Signals and limits: to itself, which aborts need.
        AddArgumentRule(program, SystemCalls.Kill, 0, new(JumpIfEqual, self, 1, 0));
        AddArgumentRule(program, SystemCalls.TgKill, 0, new(JumpIfEqual, self, 1, 0));
        program.AddRange(
        [
            new(JumpIfEqual, SystemCalls.PrLimit, 0, 4),
            new(Load, ArgumentsAt),
            new(JumpIfEqual, 0, 2, 0),
            new(JumpIfEqual, self, 1, 0),
            new(Return, Fail | NotPermitted),
            new(Load, NumberAt),
        ]);
        // A worker must not outlive the harness.
        AddArgumentRule(program, SystemCalls.PrCtl, 0, new(JumpIfEqual, LibC.PR_SET_PDEATHSIG, 0, 1));
        program.Add(new(Return, Allow));
        return [.. program];
    }

    /// <summary>Adds: the call fails unless the test of its argument's lower half skips the failure.</summary>
    private static void AddArgumentRule(List<Instruction> program, uint call, int argument, Instruction test) => program.AddRange(
    [
        new(JumpIfEqual, call, 0, 3),
        new(Load, ArgumentsAt + (uint)argument * 8),
        test,
        new(Return, Fail | NotPermitted),
        new(Load, NumberAt),
    ]);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Instruction(uint code, uint operand, byte ifTrue = 0, byte ifFalse = 0)
    {
        private readonly ushort code = (ushort)code;
        private readonly byte ifTrue = ifTrue;
        private readonly byte ifFalse = ifFalse;
        private readonly uint operand = operand;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Program(ushort length, Instruction* first)
    {
        private readonly ushort length = length;
        private readonly Instruction* first = first;
    }
}
