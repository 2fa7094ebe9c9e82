using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Evaluator.Wire;

/// <summary>Puts the fields of a payload one after the other into a buffer that grows and is kept. Not thread-safe.</summary>
public sealed class PayloadWriter
{
    private byte[] buffer = new byte[64 * 1024];
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <remarks>The bytes are named by hand: MemoryMarshal.AsBytes of doubles is code that each worker would compile anew.</remarks>
    public void Doubles(double[] values)
    {
        ref byte first = ref Unsafe.As<double, byte>(ref MemoryMarshal.GetArrayDataReference(values));
        Bytes(MemoryMarshal.CreateReadOnlySpan(ref first, checked(values.Length * sizeof(double))));
    }

    /// <summary>A text: its length in bytes (u32), then UTF-8.</summary>
    public void Text(string text)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        UInt32((uint)bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    /// <summary>
    /// A list of texts: count (u32), then the end of each text in the bytes that follow (u32 each), then the bytes of all of them.
    /// </summary>
    /// <param name="ends">End offset of each text in <paramref name="bytes"/>, counted from where the first text of the list's source
    /// began.</param>
    /// <param name="start">Offset in the source at which this list begins; subtracted from every end.</param>
    /// <param name="bytes">UTF-8 of the texts, back to back, without separators.</param>
    public void TextList(ReadOnlySpan<int> ends, int start, ReadOnlySpan<byte> bytes)
    {
        UInt32((uint)ends.Length);
        Span<byte> offsets = Take(ends.Length * 4);
        for (int i = 0; i < ends.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(offsets[(i * 4)..], ends[i] - start);
        Bytes(bytes);
    }

    /// <summary>The next bytes, to be filled by the caller.</summary>
    internal Span<byte> Take(int count)
    {
        if (buffer.Length - length < count)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, checked(length + count)));
        Span<byte> taken = buffer.AsSpan(length, count);
        length += count;
        return taken;
    }
}
