using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Evaluator.City.Files;

/// <summary>
/// The text of a file while it is written: tab-separated UTF-8. Fields are written in turn, a row ends with <see cref="End"/>.
/// </summary>
public sealed class Table(int capacity = 4096)
{
    private readonly ArrayBufferWriter<byte> text = new(capacity);
    private bool inRow;

    /// <summary>Lines end at CRLF instead of LF.</summary>
    public bool Crlf { get; set; }

    public ReadOnlySpan<byte> Bytes => text.WrittenSpan;

    public void Clear()
    {
        text.ResetWrittenCount();
        Crlf = false;
    }

    public void ByteOrderMark() => text.Write(Encoding.UTF8.Preamble);

    public Table Field(ReadOnlySpan<char> value)
    {
        Separate();
        Span<byte> span = text.GetSpan(value.Length * 3);
        text.Advance(Encoding.UTF8.GetBytes(value, span));
        return this;
    }

    public Table Field(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, text.GetSpan(20), out int written);
        text.Advance(written);
        return this;
    }

    /// <summary>A decimal fraction, from an integer: 12345 with two decimals is 123.45. No floating-point text, no rounding.</summary>
    public Table Fixed(long value, int decimals)
    {
        Separate();
        long unit = 1L;
        for (int i = 0; i < decimals; i++)
            unit *= 10;
        if (value < 0)
        {
            text.Write("-"u8);
            value = -value;
        }
        Utf8Formatter.TryFormat(value / unit, text.GetSpan(20), out int written);
        text.Advance(written);
        if (decimals == 0)
            return this;
        text.Write("."u8);
        Utf8Formatter.TryFormat(value % unit, text.GetSpan(20), out written, new StandardFormat('D', (byte)decimals));
        text.Advance(written);
        return this;
    }

    /// <summary>A date and time, as 2011-09-02 07:49:07.</summary>
    public Table Moment(DateOnly date, int second)
    {
        Separate();
        Span<byte> span = text.GetSpan(19);
        date.TryFormat(span, out _, "yyyy-MM-dd");
        span[10] = (byte)' ';
        TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(second)).TryFormat(span[11..], out _, "HH:mm:ss");
        text.Advance(19);
        return this;
    }

    public Table Date(DateOnly date)
    {
        Separate();
        date.TryFormat(text.GetSpan(10), out int written, "yyyy-MM-dd");
        text.Advance(written);
        return this;
    }

    public void End()
    {
        text.Write(Crlf ? "\r\n"u8 : "\n"u8);
        inRow = false;
    }

    /// <summary>A whole row of text fields: a header.</summary>
    public void Row(params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
            Field(field);
        End();
    }

    /// <summary>Rows that were written elsewhere.</summary>
    public void Append(Table rows) => text.Write(rows.Bytes);

    private void Separate()
    {
        if (inRow)
            text.Write("\t"u8);
        inRow = true;
    }
}
