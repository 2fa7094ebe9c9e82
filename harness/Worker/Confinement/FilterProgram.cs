namespace Evaluator.Worker;

/// <summary>
/// Instructions of classic BPF, each the eight bytes of struct sock_filter on a machine that stores the low byte first: code, two jumps, operand.
/// </summary>
/// <remarks>
/// An array of plain numbers, and no list of structures: those instances of the library's generic code are compiled anew in each worker,
/// which took 8 ms of the start.
/// </remarks>
internal sealed class FilterProgram
{
    public ulong[] Instructions { get; } = new ulong[512];

    public int Length { get; private set; }

    public void Load(uint offset) => Add(0x20, offset, 0, 0);

    public void JumpIfEqual(uint value, byte ifTrue, byte ifFalse) => Add(0x15, value, ifTrue, ifFalse);

    public void JumpIfAnySet(uint bits, byte ifTrue, byte ifFalse) => Add(0x45, bits, ifTrue, ifFalse);

    public void JumpIfAtLeast(uint value, byte ifTrue, byte ifFalse) => Add(0x35, value, ifTrue, ifFalse);

    public void Return(uint what) => Add(0x06, what, 0, 0);

    private void Add(ushort code, uint operand, byte ifTrue, byte ifFalse) =>
        Instructions[Length++] = code | (ulong)ifTrue << 16 | (ulong)ifFalse << 24 | (ulong)operand << 32;
}
