using System.Buffers.Binary;
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
    /// ASCII, which nearly all texts are, is widened in one pass; UTF-8 takes two, and tables of 300,000 texts twice the time.
    /// </summary>
    private static string String(ReadOnlySpan<byte> text) =>
        Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > rest.Length)
            throw new WireException($"a payload ends {count - rest.Length} bytes early");
        ReadOnlySpan<byte> taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}
