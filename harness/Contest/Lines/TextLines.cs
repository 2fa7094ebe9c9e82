using System.Buffers;
using System.Text;

namespace Evaluator.Contest.Lines;

/// <summary>
/// The lines of one file that are not empty, header included, as UTF-8 without their ends. All bytes lie back to back in one
/// rented buffer, so a file goes to the wire as two spans; a line becomes a string only when one is asked for.
/// </summary>
public sealed class TextLines : IDisposable
{
    private readonly int[]? droppedFileLines;
    private byte[]? bytes;
    private int[]? ends;

    /// <summary>Takes over two arrays of the shared pools; <see cref="Dispose"/> gives them back.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">The lines' bytes, back to back.</param>
    /// <param name="ends">The exclusive end of each line in <paramref name="bytes"/>.</param>
    /// <param name="count">How many lines there are.</param>
    /// <param name="droppedFileLines">The 1-based file lines that are not among them, ascending; null if there are none.</param>
    internal TextLines(string path, byte[] bytes, int[] ends, int count, int[]? droppedFileLines)
    {
        Path = path;
        Count = count;
        this.bytes = bytes;
        this.ends = ends;
        this.droppedFileLines = droppedFileLines;
    }

    /// <summary>The lines of a file that is not there. Disposing it does nothing.</summary>
    public static TextLines Empty { get; } = new("", [], [], 0, null);

    /// <summary>The file the lines came from; empty for <see cref="Empty"/>.</summary>
    public string Path { get; }

    /// <summary>True when the file was not valid UTF-8 and was read as Windows-1252.</summary>
    public bool WasWindows1252 { get; internal init; }

    public int Count { get; }

    /// <summary>The bytes of all lines, back to back, no terminators.</summary>
    public ReadOnlySpan<byte> Bytes => RentedBytes.AsSpan(0, Count == 0 ? 0 : RentedEnds[Count - 1]);

    /// <summary>For each line, where it ends in <see cref="Bytes"/> (exclusive).</summary>
    public ReadOnlySpan<int> Ends => RentedEnds.AsSpan(0, Count);

    private byte[] RentedBytes => bytes ?? throw new ObjectDisposedException(nameof(TextLines));

    private int[] RentedEnds => ends ?? throw new ObjectDisposedException(nameof(TextLines));

    public ReadOnlySpan<byte> this[int line]
    {
        get
        {
            ReadOnlySpan<int> ends = Ends;
            int end = ends[line];
            int start = line == 0 ? 0 : ends[line - 1];
            return RentedBytes.AsSpan(start, end - start);
        }
    }

    public string GetString(int line) => Encoding.UTF8.GetString(this[line]);

    /// <summary>The 1-based number of a line in its file: empty lines, dropped here, count there.</summary>
    public int FileLineNumber(int line)
    {
        ReadOnlySpan<int> dropped = droppedFileLines;
        int low = 0, high = dropped.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            // The lines in front of a dropped one that are not dropped themselves: all of them come before ours?
            if (dropped[middle] - 1 - middle <= line)
                low = middle + 1;
            else
                high = middle;
        }
        return line + 1 + low;
    }

    /// <summary>A copy that holds these lines alone, in this order; <paramref name="kept"/> ascends.</summary>
    internal TextLines Only(ReadOnlySpan<int> kept)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Bytes.Length);
        int[] ends = ArrayPool<int>.Shared.Rent(kept.Length);
        var dropped = new List<int>(droppedFileLines ?? []);
        int used = 0, next = 0;
        for (int line = 0; line < Count; line++)
        {
            if (next == kept.Length || kept[next] != line)
            {
                dropped.Add(FileLineNumber(line));
                continue;
            }
            this[line].CopyTo(bytes.AsSpan(used));
            used += this[line].Length;
            ends[next++] = used;
        }
        dropped.Sort();
        return new TextLines(Path, bytes, ends, kept.Length, dropped.ToArray()) { WasWindows1252 = WasWindows1252 };
    }

    public void Dispose()
    {
        if (this.bytes is not { Length: > 0 } bytes || this.ends is not { } ends)
            return;
        this.bytes = null;
        this.ends = null;
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<int>.Shared.Return(ends);
    }
}
