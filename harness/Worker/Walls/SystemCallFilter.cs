using System.Runtime.InteropServices;

namespace Evaluator.Worker.Walls;

/// <summary>
/// Installs the seccomp program that the harness has written (harness/Confinement/Sandbox/SystemCallFilter.cs), for all threads of this
/// process and for good.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const int DigitsAnInstruction = 16;
    private const int SetModeFilter = 1, AllThreads = 1;

    /// <summary>The operand that stands for this process's number.</summary>
    private const ulong Self = 0x5E1F5E1F;

    /// <param name="text">Eight bytes an instruction, in hex; ends with a zero.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The kernel refuses.</exception>
    public static void Install(byte* text)
    {
        int digits = 0;
        while (text[digits] != 0)
            digits++;
        ulong[] instructions = new ulong[digits / DigitsAnInstruction];
        for (int i = 0; i < instructions.Length; i++)
        {
            ulong instruction = Number(text + i * DigitsAnInstruction);
            instructions[i] = instruction >> 32 == Self
                ? instruction & uint.MaxValue | (ulong)(uint)Environment.ProcessId << 32
                : instruction;
        }
        LibC.Checked(LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "renounce new privileges");
        fixed (ulong* first = instructions)
        {
            var whole = new Program((ushort)instructions.Length, first);
            LibC.Checked(LibC.syscall(SystemCalls.Seccomp, SetModeFilter, AllThreads, (nint)(&whole), 0), "install the system call filter");
        }
    }

    /// <remarks>By hand: the library's parser is generic code that each worker would compile anew.</remarks>
    private static ulong Number(byte* digits)
    {
        ulong number = 0;
        for (int i = 0; i < DigitsAnInstruction; i++)
            number = number << 4 | (uint)(digits[i] <= '9' ? digits[i] - '0' : digits[i] - 'a' + 10);
        return number;
    }

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Program(ushort length, ulong* first)
    {
        private readonly ushort length = length;
        private readonly ulong* first = first;
    }
}
