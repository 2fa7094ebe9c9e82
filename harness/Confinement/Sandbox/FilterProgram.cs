using System.Globalization;
using System.Text;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// Instructions of classic BPF (kernel documentation, networking/filter.rst), each the eight bytes of struct sock_filter as one number:
/// code, two jumps, operand.
/// </summary>
internal sealed class FilterProgram
{
    /// <summary>Stands for the number of the process that locks itself in, which is not known before it runs.</summary>
    public const uint Self = 0x5E1F5E1F;

    private readonly List<ulong> instructions = [];

    public IReadOnlyList<ulong> Instructions => instructions;

    public void Load(uint offset) => Add(0x20, offset);

    public void And(uint bits) => Add(0x54, bits);

    public void JumpIfEqual(uint value, int ifTrue, int ifFalse) => Add(0x15, value, ifTrue, ifFalse);

    public void JumpIfAnySet(uint bits, int ifTrue, int ifFalse) => Add(0x45, bits, ifTrue, ifFalse);

    public void JumpIfAtLeast(uint value, int ifTrue, int ifFalse) => Add(0x35, value, ifTrue, ifFalse);

    public void Return(uint what) => Add(0x06, what);

    /// <summary>Where the number that is loaded is this one, the block decides: each of its paths ends with a return.</summary>
    public void IfEqual(uint value, Action block)
    {
        int at = instructions.Count;
        JumpIfEqual(value, 0, 0);
        block();
        int length = instructions.Count - at - 1;
        instructions.RemoveAt(at);
        instructions.Insert(at, Instruction(0x15, value, 0, length));
    }

    /// <summary>As a worker finds it among its variables: sixteen hex digits an instruction.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(16 * instructions.Count);
        foreach (ulong instruction in instructions)
            text.Append(instruction.ToString("x16", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private void Add(ushort code, uint operand, int ifTrue = 0, int ifFalse = 0) =>
        instructions.Add(Instruction(code, operand, ifTrue, ifFalse));

    private static ulong Instruction(ushort code, uint operand, int ifTrue, int ifFalse) =>
        code | (ulong)checked((byte)ifTrue) << 16 | (ulong)checked((byte)ifFalse) << 24 | (ulong)operand << 32;
}
