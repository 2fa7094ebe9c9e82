using System.Buffers.Binary;

namespace Evaluator.Wire;

/// <summary>The eight bytes before every payload: length (u32), sequence (u16), kind (u8), zero (u8), little-endian.</summary>
/// <param name="Length">Bytes of payload that follow.</param>
/// <param name="Sequence">Number of the request; a reply repeats it, so a reply written too early or twice is told from the one due
/// now.</param>
/// <param name="Kind">What the payload is.</param>
public readonly record struct FrameHeader(uint Length, ushort Sequence, FrameKind Kind)
{
    public const int Size = 8;

    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(destination, Length);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[4..], Sequence);
        destination[6] = (byte)Kind;
        destination[7] = 0;
    }

    /// <returns>False where the last byte is not zero: such bytes are no header.</returns>
    public static bool TryRead(ReadOnlySpan<byte> source, out FrameHeader header)
    {
        header = new FrameHeader(
            BinaryPrimitives.ReadUInt32LittleEndian(source),
            BinaryPrimitives.ReadUInt16LittleEndian(source[4..]),
            (FrameKind)source[6]);
        return source[7] == 0;
    }
}
