using System.Text;
using CsCheck;
using Evaluator.Contest;
using Evaluator.Contest.Lines;

namespace Evaluator.Specs.Contest;

/// <summary>Every behaviour at every buffer size: at one byte, each is at a boundary.</summary>
public sealed class LineReadingSpecs : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public static TheoryData<int> BufferBytes => [1, 2, 3, 7, 64, 64 * 1024];

    [Theory, MemberData(nameof(BufferBytes))]
    public void Lines_end_at_LF_or_CRLF(int bufferBytes) => Assert.Equal(["a", "b", "c"], Read("a\nb\r\nc\n", bufferBytes));

    [Theory, MemberData(nameof(BufferBytes))]
    public void A_lone_CR_is_content(int bufferBytes) =>
        Assert.Equal(["a\rb", "\rc", "d\r", "e\r"], Read("a\rb\n\rc\nd\r\r\ne\r", bufferBytes));

    [Theory, MemberData(nameof(BufferBytes))]
    public void The_last_line_needs_no_end(int bufferBytes) => Assert.Equal(["a", "b"], Read("a\nb", bufferBytes));

    [Theory, MemberData(nameof(BufferBytes))]
    public void Empty_lines_are_dropped_but_white_space_is_a_line(int bufferBytes) =>
        Assert.Equal(["a", " ", "\t\t", "b"], Read("\n\r\na\n\n \n\t\t\n\r\n\nb\n\n", bufferBytes));

    [Theory, MemberData(nameof(BufferBytes))]
    public void A_byte_order_mark_is_dropped_at_the_start_alone(int bufferBytes)
    {
        Assert.Equal(["a", "\uFEFFb"], Read("\uFEFFa\n\uFEFFb\n", bufferBytes));
        Assert.Equal(["a"], Read("\uFEFF\r\na", bufferBytes));
        Assert.Empty(Read("\uFEFF", bufferBytes));
    }

    [Theory, MemberData(nameof(BufferBytes))]
    public void An_empty_file_has_no_line(int bufferBytes) => Assert.Empty(Read("", bufferBytes));

    [Theory, MemberData(nameof(BufferBytes))]
    public void A_line_may_be_longer_than_any_buffer(int bufferBytes)
    {
        string line = new('x', 200_000);
        Assert.Equal(["a", line, "b"], Read($"a\n{line}\r\nb", bufferBytes));
    }

    [Theory, MemberData(nameof(BufferBytes))]
    public void Bytes_that_are_no_UTF8_make_the_whole_file_Windows_1252(int bufferBytes)
    {
        byte[] file = [(byte)'a', 0xC3, 0xA9, (byte)'\n', 0x80, 0x9F, 0x81, (byte)'\r', (byte)'\n', (byte)'b'];
        Assert.Equal(["aÃ©", "€Ÿ\u0081", "b"], Read(file, bufferBytes));
        using TextLines lines = LineFile.Read(path, bufferBytes, int.MaxValue);
        Assert.True(lines.WasWindows1252);
    }

    [Fact]
    public void A_character_cut_in_two_by_a_line_end_is_no_UTF8() =>
        Assert.Equal(["Ã", "©"], Read([0xC3, (byte)'\n', 0xA9], 64));

    [Theory, MemberData(nameof(BufferBytes))]
    public void UTF8_stays_as_it_is(int bufferBytes) => Assert.Equal(["é€😀", "ü"], Read("é€😀\nü", bufferBytes));

    [Fact]
    public void A_line_knows_its_number_in_the_file()
    {
        File.WriteAllText(path, "\na\n\n\nb\r\nc\n\nd");
        using TextLines lines = LineFile.Read(path);
        Assert.Equal([2, 5, 6, 8], Enumerable.Range(0, lines.Count).Select(lines.FileLineNumber));
        using TextLines some = lines.Only([0, 2, 3]);
        Assert.Equal(["a", "c", "d"], Strings(some));
        Assert.Equal([2, 6, 8], Enumerable.Range(0, some.Count).Select(some.FileLineNumber));
    }

    [Fact]
    public void A_line_knows_its_number_among_any_empty_lines() =>
        Gen.Bool.Array[0, 60].Sample(isEmpty =>
        {
            File.WriteAllText(path, string.Concat(isEmpty.Select((empty, i) => empty ? "\n" : $"{i + 1}\n")));
            using TextLines lines = LineFile.Read(path);
            return Enumerable.Range(0, lines.Count).All(line => lines.GetString(line) == lines.FileLineNumber(line).ToString());
        }, iter: 500, threads: 1);

    [Fact]
    public void The_start_of_a_file_is_read_without_its_rest()
    {
        File.WriteAllText(path, "header\n" + new string('x', 10_000_000));
        using TextLines start = LineFile.ReadStart(path, lines: 1);
        Assert.Equal("header", start.GetString(0));
        Assert.True(start.Bytes.Length < 1_000_000);
    }

    [Fact]
    public void Any_file_is_read_as_a_plain_reading_of_the_rule_says()
    {
        byte[] pieces = [(byte)'\n', (byte)'\r', (byte)'a', (byte)'\t', 0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x80];
        var file = Gen.OneOf(
            Gen.OneOf(pieces).Array[0, 40],
            Gen.OneOf("\n", "\r\n", "\r", "é", "\uFEFF", "ab", "\t", "").Array[0, 30]
                .Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))));
        Gen.Select(file, Gen.Int[1, 20]).Sample(
            (bytes, bufferBytes) => Read(bytes, bufferBytes).SequenceEqual(PlainReading(bytes)), iter: 2_000, threads: 1);
    }

    [Fact]
    public void Lines_cost_no_allocation_until_a_string_is_asked_for()
    {
        long few = AllocatedBytesOfReading(lines: 1_000), many = AllocatedBytesOfReading(lines: 50_000);
        Assert.True(many - few < 1_000, $"1,000 lines allocated {few} bytes, 50,000 lines {many}.");
    }

    [Fact]
    public void Lines_cannot_be_used_once_given_back()
    {
        File.WriteAllText(path, "a\n");
        TextLines lines = LineFile.Read(path);
        lines.Dispose();
        lines.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lines.GetString(0));
        TextLines.Empty.Dispose();
        Assert.Equal(0, TextLines.Empty.Ends.Length + TextLines.Empty.Bytes.Length);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        PackageException fault = Assert.Throws<PackageException>(() => LineFile.Read(path + ".missing"));
        Assert.Contains(path + ".missing", fault.Message);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_named()
    {
        PackageException fault = Assert.Throws<PackageException>(() => LineFile.Read(Path.GetTempPath()));
        Assert.Contains(Path.GetTempPath(), fault.Message);
    }

    public void Dispose() => File.Delete(path);

    private string[] Read(string text, int bufferBytes) => Read(Encoding.UTF8.GetBytes(text), bufferBytes);

    private string[] Read(byte[] bytes, int bufferBytes)
    {
        File.WriteAllBytes(path, bytes);
        using TextLines lines = LineFile.Read(path, bufferBytes, int.MaxValue);
        return Strings(lines);
    }

    private static string[] Strings(TextLines lines) => Enumerable.Range(0, lines.Count).Select(lines.GetString).ToArray();

    private long AllocatedBytesOfReading(int lines)
    {
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("some\tfields\tof a line\t12345.6\r\n", lines)));
        LineFile.Read(path).Dispose(); // Fills the pools.
        return AllocatedBytes.Least(() => LineFile.Read(path).Dispose());
    }

    /// <summary>The rule, word by word, on whole strings.</summary>
    private static string[] PlainReading(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length - 1; i++)
            if (lines[i].EndsWith('\r'))
                lines[i] = lines[i][..^1];
        return lines.Where(line => line.Length > 0).ToArray();
    }
}
