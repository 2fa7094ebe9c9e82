using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CommunityToolkit.HighPerformance;

namespace Evaluator.Contest.Lines;

/// <summary>
/// Cuts a stream of bytes, given in pieces of any size, into lines. A piece is copied to the one output buffer as it comes and
/// the end of a line is looked at there, so a CR LF, a byte-order mark or a long line that straddles pieces needs no case of its own.
/// </summary>
internal sealed class LineCutter
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("This .NET has no Windows-1252.");

    private readonly string path;
    private byte[] bytes;
    private int[] ends;
    private int used;
    private int lineStart;
    private int fileLine;
    private bool sawNonAscii;
    private List<int>? droppedFileLines;

    /// <param name="path">The file, for messages.</param>
    /// <param name="expectedBytes">A guess; the buffers grow when it is too low.</param>
    public LineCutter(string path, int expectedBytes)
    {
        this.path = path;
        bytes = ArrayPool<byte>.Shared.Rent(expectedBytes + 1);
        // The contest's lines are 35 to 105 bytes long on average: at 32, few files make the ends grow.
        ends = ArrayPool<int>.Shared.Rent(expectedBytes / 32 + 4);
    }

    public int Count { get; private set; }

    public void Append(ReadOnlySpan<byte> piece)
    {
        int needed = used + piece.Length;
        if (needed > bytes.Length)
            ArrayPool<byte>.Shared.Resize(ref bytes!, Math.Max(bytes.Length * 2, needed));
        sawNonAscii = sawNonAscii || !Ascii.IsValid(piece);
        while (true)
        {
            int lineFeed = piece.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = lineFeed < 0 ? piece : piece[..lineFeed];
            part.CopyTo(bytes.AsSpan(used));
            used += part.Length;
            if (lineFeed < 0)
                return;
            EndLine(atLineFeed: true);
            piece = piece[(lineFeed + 1)..];
        }
    }

    /// <summary>Ends the last line, if it has no end of its own, and hands the lines over.</summary>
    public TextLines Finish()
    {
        if (used > lineStart)
            EndLine(atLineFeed: false);
        int[]? dropped = droppedFileLines?.ToArray();
        if (sawNonAscii && !IsValidUtf8())
            return FromWindows1252(dropped);
        return new TextLines(path, bytes, ends, Count, dropped);
    }

    private void EndLine(bool atLineFeed)
    {
        fileLine++;
        if (fileLine == 1)
            DropByteOrderMark();
        // A CR belongs to the line's end only in front of an LF; anywhere else it is content.
        if (atLineFeed && used > lineStart && bytes[used - 1] == '\r')
            used--;
        if (used == lineStart)
        {
            (droppedFileLines ??= []).Add(fileLine);
            return;
        }
        if (Count == ends.Length)
            ArrayPool<int>.Shared.Resize(ref ends!, ends.Length * 2);
        ends[Count++] = used;
        lineStart = used;
    }

    private void DropByteOrderMark()
    {
        Span<byte> line = bytes.AsSpan(0, used);
        if (!line.StartsWith("\uFEFF"u8))
            return;
        line[3..].CopyTo(line);
        used -= 3;
    }

    /// <summary>Line by line: without the LF between them, half a character and the other half would make a whole one.</summary>
    private bool IsValidUtf8()
    {
        int start = 0;
        foreach (int end in ends.AsSpan(0, Count))
        {
            if (!Utf8.IsValid(bytes.AsSpan(start, end - start)))
                return false;
            start = end;
        }
        return true;
    }

    /// <summary>Nearly all lines of such a file are ASCII all the same, and are copied.</summary>
    private TextLines FromWindows1252(int[]? dropped)
    {
        const int mostBytesOfOne = 3;    // a character of Windows-1252 in UTF-8
        int room = this.used, longest = 0, start = 0;
        foreach (int end in ends.AsSpan(0, Count))
        {
            if (!Ascii.IsValid(bytes.AsSpan(start, end - start)))
            {
                room += (mostBytesOfOne - 1) * (end - start);
                longest = Math.Max(longest, end - start);
            }
            start = end;
        }
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(room);
        char[] chars = ArrayPool<char>.Shared.Rent(longest);
        int used = 0;
        start = 0;
        foreach (ref int end in ends.AsSpan(0, Count))
        {
            ReadOnlySpan<byte> line = bytes.AsSpan(start, end - start);
            start = end;
            if (Ascii.IsValid(line))
            {
                line.CopyTo(utf8.AsSpan(used));
                used += line.Length;
            }
            else
            {
                int count = Windows1252.GetChars(line, chars);
                used += Encoding.UTF8.GetBytes(chars.AsSpan(0, count), utf8.AsSpan(used));
            }
            end = used;
        }
        ArrayPool<char>.Shared.Return(chars);
        ArrayPool<byte>.Shared.Return(bytes);
        return new TextLines(path, utf8, ends, Count, dropped) { WasWindows1252 = true };
    }
}
