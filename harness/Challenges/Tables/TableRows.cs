using System.Buffers;
using Sylvan.Data.Csv;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// The rows of a CSV table, one after the other, each with its line. The header is the first row. What can't be told apart is added to the
/// faults and ends the rows.
/// </summary>
internal sealed class TableRows : IDisposable
{
    // Four times the longest line: a row never has to be cut, and one that goes over several lines is seen as such.
    private const int BufferChars = 4 * TableText.LongestLine;

    private static readonly CsvDataReaderOptions Options = new()
    {
        HasHeaders = false,
        Delimiter = ',',
        // Rows that begin with # are rows. The text has no control characters, so nothing is a comment.
        Comment = '\u0001',
        CsvStyle = CsvStyle.Standard,
        ResultSetMode = ResultSetMode.SingleResult,
        OwnsReader = false,
    };

    private readonly TableText text;
    private readonly TableFaults faults;
    private readonly char[] buffer = ArrayPool<char>.Shared.Rent(BufferChars);
    private CsvDataReader? csv;
    private int lastLine;

    private TableRows(Stream bytes, long largestBytes, TableFaults faults)
    {
        text = new TableText(bytes, largestBytes, faults.Words);
        this.faults = faults;
    }

    /// <summary>The names of the columns; empty where there is no header.</summary>
    public string[] Header { get; private set; } = [];

    /// <summary>The line of the current row, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields of the current row.</summary>
    public int Fields => csv!.RowFieldCount;

    /// <summary>Bytes read so far.</summary>
    public long Bytes => text.Bytes;

    /// <summary>Whether UTF-8's byte-order mark was passed over.</summary>
    public bool HadMark => text.HadMark;

    /// <summary>Whether reading ended before the table did: what is missing then says nothing.</summary>
    public bool StoppedEarly { get; private set; }

    private int NextLine => Math.Max(lastLine, text.LinesBefore) + 1;

    /// <summary>Opens a table and reads its header.</summary>
    public static TableRows Open(Stream bytes, long largestBytes, TableFaults faults)
    {
        TableRows rows = new(bytes, largestBytes, faults);
        if (rows.Next())
        {
            rows.Header = new string[rows.Fields];
            for (int field = 0; field < rows.Header.Length; field++)
                rows.Header[field] = rows.Field(field).ToString();
        }
        else if (!faults.Any)
        {
            faults.Add(TableFaultKind.Empty, 0, faults.Words.NoHeader);
        }
        return rows;
    }

    /// <summary>Goes to the next row that is not an empty line.</summary>
    /// <returns>False at the end, or where the rest can't be read.</returns>
    public bool Next()
    {
        try
        {
            csv ??= CsvDataReader.Create(text, buffer, Options);
            while (csv.Read())
            {
                if (TakeLine())
                    return true;
            }
        }
        catch (CsvFormatException unreadable)
        {
            // Where the text itself broke off, that is the fault, and not what it left of a row.
            if (text.Fault is null && unreadable is CsvRecordTooLargeException)
                Stop(TableFaultKind.QuotedLineFeed, NextLine, faults.Words.RowOverManyLines);
            else if (text.Fault is null)
                Stop(TableFaultKind.MisplacedQuote, NextLine, faults.Words.OpenQuote);
        }
        if (text.Fault is { } fault)
            Stop(fault, fault == TableFaultKind.TooLarge ? 0 : text.LinesSeen + 1, text.FaultText);
        return false;
    }

    /// <summary>A field of the current row, without its quotes. It holds until the next row.</summary>
    public ReadOnlySpan<char> Field(int field) => csv!.GetFieldSpan(field);

    public void Dispose()
    {
        csv?.Dispose();
        text.Dispose();
        ArrayPool<char>.Shared.Return(buffer);
    }

    /// <summary>
    /// Counts the lines of the row that was read. A row over several lines is a fault and passed over, an empty line nothing.
    /// </summary>
    private bool TakeLine()
    {
        ReadOnlySpan<char> raw = csv!.GetRawRecordSpan().TrimEnd('\n');
        int lineFeeds = raw.Count('\n');
        Line = NextLine;
        lastLine = Line + lineFeeds;
        if (lineFeeds > 0)
            faults.Add(TableFaultKind.QuotedLineFeed, Line, raw);
        return lineFeeds == 0 && !(csv.RowFieldCount == 1 && csv.GetFieldSpan(0).IsEmpty);
    }

    private void Stop(TableFaultKind kind, int line, string what)
    {
        StoppedEarly = true;
        faults.Add(kind, line, what);
    }
}
