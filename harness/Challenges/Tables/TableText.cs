using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// The text of a table, straight from a stream of bytes, for the CSV reader behind it. Theory of operation: bytes come in blocks, are
/// counted against the limit while they are read, and decoded as strict UTF-8; every line end becomes a line feed, a byte-order mark
/// and empty lines in front are passed over. What is no text, or too much of it, ends the text early, and <see cref="Fault"/> says why.
/// Lines are held to a length that fits the reader's buffer, so that a row is never cut. Memory is two blocks, whatever is sent.
/// </summary>
internal sealed class TableText(Stream bytes, long largestBytes, TableWords words) : TextReader
{
    /// <summary>The longest line, in characters.</summary>
    public const int LongestLine = 16_000;

    private const int BlockBytes = 32 * 1024;

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private readonly byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int start, end, lineLength;
    private bool atEnd, hasBegun, hasText, afterReturn, isReturned;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Empty lines in front of the header.</summary>
    public int LinesBefore { get; private set; }

    /// <summary>Whether the table began with UTF-8's byte-order mark.</summary>
    public bool HadMark { get; private set; }

    /// <summary>Why the text ended before the table did; null where it did not.</summary>
    public TableFaultKind? Fault { get; private set; }

    /// <summary>What is there, for people.</summary>
    public string FaultText { get; private set; } = "";

    /// <summary>Lines whose end was seen.</summary>
    public int LinesSeen { get; private set; }

    public override int ReadBlock(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <summary>Fills the buffer, but at the end of the text.</summary>
    public override int Read(Span<char> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length && Fault is null)
        {
            if (!hasBegun || (start == end && !atEnd))
                Fill();
            int made = Decode(buffer[filled..]);
            filled += made;
            if (made == 0 && !HasMore())
                break;
        }
        return filled;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isReturned)
            ArrayPool<byte>.Shared.Return(block);
        isReturned = true;
        base.Dispose(disposing);
    }

    /// <summary>Where nothing was decoded: half a character may wait for its other half, or all is read.</summary>
    private bool HasMore()
    {
        if (Fault is not null)
            return false;
        if (!atEnd)
        {
            Fill();
            return true;
        }
        return start < end;
    }

    private void Fill()
    {
        if (start > 0)
            block.AsSpan(start, end - start).CopyTo(block);
        (start, end) = (0, end - start);
        // The first bytes tell the encoding, so there have to be some.
        do
        {
            int read = bytes.Read(block.AsSpan(end, BlockBytes - end));
            end += read;
            Bytes += read;
            atEnd = read == 0;
        }
        while (!hasBegun && !atEnd && end < 4);
        if (Bytes > largestBytes)
            Stop(TableFaultKind.TooLarge, words.MoreBytesThan(largestBytes));
        else if (!hasBegun)
            Begin();
        hasBegun = true;
    }

    private void Begin()
    {
        ReadOnlySpan<byte> front = block.AsSpan(0, end);
        if (front.StartsWith(Encoding.UTF8.Preamble))
            (HadMark, start) = (true, Encoding.UTF8.Preamble.Length);
        else if (Foreign(front) is { } what)
            Stop(TableFaultKind.NotUtf8, what);
    }

    private string? Foreign(ReadOnlySpan<byte> front) => front switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] => words.Utf16(isBigEndian: false, hasMark: true),
        [0xFE, 0xFF, ..] => words.Utf16(isBigEndian: true, hasMark: true),
        [not 0, 0, not 0, 0, ..] => words.Utf16(isBigEndian: false, hasMark: false),
        [0, not 0, 0, not 0, ..] => words.Utf16(isBigEndian: true, hasMark: false),
        [(byte)'P', (byte)'K', 3, 4, ..] => words.ZipOrWorkbook,
        [0x1F, 0x8B, ..] => words.GzipFile,
        _ => null,
    };

    /// <summary>Decodes what is in the block into the target, and makes line feeds of all line ends in it.</summary>
    private int Decode(Span<char> target)
    {
        if (Fault is not null)
            return 0;
        OperationStatus status = Utf8.ToUtf16(block.AsSpan(start, end - start), target, out int read, out int written,
            replaceInvalidSequences: false, isFinalBlock: atEnd);
        start += read;
        int kept = Normalize(target[..written]);
        if (status == OperationStatus.InvalidData && Fault is null)
            Stop(TableFaultKind.NotUtf8, words.NotUtf8There(block[start]));
        return kept;
    }

    /// <summary>Goes from one control character to the next; most text has none but its line feeds, and stays where it is.</summary>
    private int Normalize(Span<char> text)
    {
        int kept = 0, place = 0;
        while (place < text.Length && Fault is null)
        {
            int plain = text[place..].IndexOfAny(Controls);
            if (plain < 0)
                plain = text.Length - place;
            if (plain > 0)
            {
                if (kept < place)
                    text.Slice(place, plain).CopyTo(text[kept..]);
                Advance(plain);
                (kept, place) = (kept + plain, place + plain);
            }
            if (place < text.Length && Fault is null)
                kept = Control(text, kept, text[place++]);
        }
        return kept;
    }

    private void Advance(int characters)
    {
        (afterReturn, hasText) = (false, true);
        lineLength += characters;
        if (lineLength > LongestLine)
            Stop(TableFaultKind.LineTooLong, words.MoreCharactersThan(LongestLine));
    }

    private int Control(Span<char> text, int kept, char c)
    {
        if (c == '\n' && afterReturn)
        {
            afterReturn = false;
        }
        else if (c is '\n' or '\r')
        {
            afterReturn = c == '\r';
            LinesSeen++;
            lineLength = 0;
            if (hasText)
                text[kept++] = '\n';
            else
                LinesBefore++;
        }
        else if (c == '\t')
        {
            text[kept++] = c;
            Advance(1);
        }
        else
        {
            Stop(TableFaultKind.ControlCharacter, words.Character(c));
        }
        return kept;
    }

    private void Stop(TableFaultKind kind, string text) => (Fault, FaultText) = (kind, text);
}
