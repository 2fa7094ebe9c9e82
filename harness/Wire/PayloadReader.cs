using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Evaluator.Wire;

/// <summary>Takes the fields of a payload one after the other; every length is checked against what is there.</summary>
public ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> rest = payload;

    public readonly int Remaining => rest.Length;

    public byte Byte() => Take(1)[0];

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public string Text() => Encoding.UTF8.GetString(Take(UInt32()));

    /// <summary>A list as <see cref="PayloadWriter.TextList"/> writes it, each text a string of its own.</summary>
    /// <exception cref="WireException">The ends do not rise, or point past the payload.</exception>
    public string[] TextList()
    {
        uint count = UInt32();
        ReadOnlySpan<byte> ends = Take((long)count * 4);
        if (count == 0)
            return [];
        uint total = BinaryPrimitives.ReadUInt32LittleEndian(ends[^4..]);
        ReadOnlySpan<byte> bytes = Take(total);
        string[] texts = new string[count];
        uint start = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            uint end = BinaryPrimitives.ReadUInt32LittleEndian(ends[(i * 4)..]);
            if (end < start || end > total)
                throw new WireException($"text {i} of a list ends at {end}, after {start}, in {total} bytes");
            texts[i] = String(bytes[(int)start..(int)end]);
            start = end;
        }
        return texts;
    }

    /// <summary>Passes over a list.</summary>
    /// <returns>How many texts it holds, and their bytes.</returns>
    /// <exception cref="WireException">The list is longer than the payload.</exception>
    public (int Count, int Bytes) SkipTextList()
    {
        uint count = UInt32();
        ReadOnlySpan<byte> ends = Take((long)count * 4);
        uint bytes = count == 0 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(ends[^4..]);
        Take(bytes);
        return ((int)count, (int)bytes);
    }

    /// <exception cref="WireException">Bytes are left over.</exception>
    public readonly void End()
    {
        if (rest.Length > 0)
            throw new WireException($"{rest.Length} bytes after the end of a payload");
    }

    /// <summary>
    /// ASCII, which nearly all texts are, is looked at and widened in the same pass. The framework's own ways take two, and look up an
    /// encoding for each of 300,000 texts: a tenth of what the tables take (perf/results).
    /// </summary>
    private static string String(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        // Of zeros, and nobody has seen it yet: until it is given away it may be written to, as string.Create does.
        string made = new('\0', text.Length);
        return IsWidened(text, ref Unsafe.AsRef(in made.GetPinnableReference())) ? made : Encoding.UTF8.GetString(text);
    }

    /// <returns>False where there is a byte that is no ASCII; then what was written is of no use.</returns>
    private static bool IsWidened(ReadOnlySpan<byte> text, ref char to)
    {
        ref byte from = ref MemoryMarshal.GetReference(text);
        ref ushort into = ref Unsafe.As<char, ushort>(ref to);
        if (text.Length < Vector128<byte>.Count)
        {
            int all = 0;
            for (int i = 0; i < text.Length; i++)
            {
                byte one = Unsafe.Add(ref from, i);
                all |= one;
                Unsafe.Add(ref into, i) = one;
            }
            return all < 0x80;
        }
        Vector128<byte> seen = Vector128<byte>.Zero;
        nuint last = (nuint)(text.Length - Vector128<byte>.Count);
        for (nuint i = 0; ; i = Math.Min(i + (nuint)Vector128<byte>.Count, last))    // the last piece may begin within the one before
        {
            Vector128<byte> piece = Vector128.LoadUnsafe(ref from, i);
            seen |= piece;
            Vector128.WidenLower(piece).StoreUnsafe(ref into, i);
            Vector128.WidenUpper(piece).StoreUnsafe(ref into, i + (nuint)Vector128<ushort>.Count);
            if (i == last)
                return seen.ExtractMostSignificantBits() == 0;
        }
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > rest.Length)
            throw new WireException($"a payload ends {count - rest.Length} bytes early");
        ReadOnlySpan<byte> taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}
