using System.Text;
using Evaluator.Challenges;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>
/// Each way in which a table can be wrong: it is counted, its first offenders are named with their lines, and nothing is scored.
/// </summary>
public class TableFaultSpecs
{
    private static readonly TableJudge Mae = new TableContest
    {
        Task = TableContest.Predictions() with { LargestBytes = 4000 },
        Columns = [TableContest.Measured("mae", isLess: true)],
        Answers = "id,truth\na,1\nb,2\nc,3\n",
    }.Open();

    private static readonly TableJudge LogLoss = new TableContest
    {
        Task = TableContest.Predictions(),
        Columns = [TableContest.Measured("log_loss", isLess: true), TableContest.Measured("roc_auc")],
        Answers = "id,truth\na,1\nb,0\n",
    }.Open();

    private static readonly TableJudge Labels = new TableContest
    {
        Task = TableContest.Predictions(),
        Columns = [TableContest.Measured("accuracy")],
        Answers = "id,truth\na,cat\nb,dog\n",
    }.Open();

    private static readonly TableJudge Classes = new TableContest
    {
        Task = TableContest.Predictions() with { Shape = TableShape.Probabilities, Values = ["cat", "dog"] },
        Columns = [TableContest.Measured("brier_score", isLess: true, positive: "dog")],
        Answers = "id,truth\na,cat\nb,dog\n",
    }.Open();

    [Theory]
    [InlineData("id,value\na,1\nb,2\nc,x\n", TableFaultKind.NotANumber, 1, "line 4: x")]
    [InlineData("id,value\na,1\nb,\nc,\"1,5\"\n", TableFaultKind.NotANumber, 2, "line 3: an empty value")]
    [InlineData("id,value\na,1\nb,NaN\nc,NA\n", TableFaultKind.Nan, 2, "line 3: NaN")]
    [InlineData("id,value\na,-inf\nb,1e999\nc,Infinity\n", TableFaultKind.Infinite, 3, "line 2: -inf")]
    [InlineData("id,value\na,1\nb,2\nd,3\n", TableFaultKind.UnknownKey, 1, "line 4: d")]
    [InlineData("id,value\na,1\nb,2\nb,2\nc,3\n", TableFaultKind.DoubledKey, 1, "line 4: b, first on line 3")]
    [InlineData("id,value\na,1\n", TableFaultKind.MissingRow, 2, "b")]
    [InlineData("id,value\n", TableFaultKind.Empty, 1, "a header without rows")]
    [InlineData("", TableFaultKind.Empty, 1, "no header")]
    [InlineData("\n\r\n", TableFaultKind.Empty, 1, "no header")]
    [InlineData("id;value\na;1\n", TableFaultKind.WrongSeparator, 1, "line 1: semicolons")]
    [InlineData("id\tvalue\na\t1\n", TableFaultKind.WrongSeparator, 1, "line 1: tabs")]
    [InlineData("id,valeu\na,1\n", TableFaultKind.MissingColumn, 1, "line 1: value")]
    [InlineData("id, Value\na,1\n", TableFaultKind.MissingColumn, 1, "line 1: value (there is ' Value')")]
    [InlineData("id,value,value\na,1,1\n", TableFaultKind.DoubledColumn, 1, "line 1: value")]
    [InlineData("id,value\na,1,5\nb,2\nc,3\n", TableFaultKind.UnevenRow, 1, "line 2: 3 fields, not 2")]
    [InlineData("id,value\n\"a\nb\",1\nb,2\nc,3\n", TableFaultKind.QuotedLineFeed, 1, "line 2: \"a·b\",1")]
    [InlineData("id,value\na,1\n\"b\"x,2\nc,3\n", TableFaultKind.MisplacedQuote, 1, "line 3: a quote that does not end its field")]
    [InlineData("id,value\na,1\n\"b,2\nc,3\n", TableFaultKind.MisplacedQuote, 1, "line 3: a quote that does not end its field")]
    [InlineData("id,value\na,1\nb\u0000,2\n", TableFaultKind.ControlCharacter, 1, "line 3: the character 0x00")]
    public void A_fault_is_counted_and_named(string table, TableFaultKind kind, int count, string first)
    {
        TableJudgement judgement = TableContest.Judge(Mae, table);
        TableFault fault = Assert.Single(judgement.Faults, found => found.Kind == kind);
        Assert.Equal((count, first), (fault.Count, fault.First[0].ToString()));
        Assert.False(judgement.IsAccepted);
        Assert.Empty(judgement.Scores);
    }

    [Fact]
    public void Lines_are_counted_over_empty_ones_and_quoted_line_feeds()
    {
        TableJudgement judgement = TableContest.Judge(Mae, "\r\n\nid,value\n\na,1\n\"b\n\n\",2\n\nx,3\n");
        Assert.Equal("line 10: x", Assert.Single(judgement.Faults, fault => fault.Kind == TableFaultKind.UnknownKey).First[0].ToString());
        Assert.Equal(6, Assert.Single(judgement.Faults, fault => fault.Kind == TableFaultKind.QuotedLineFeed).First[0].Line);
    }

    [Theory]
    [InlineData("utf-16", "UTF-16 (little-endian, with a byte-order mark)")]
    [InlineData("utf-16BE", "UTF-16 (big-endian, with a byte-order mark)")]
    [InlineData("utf-32", "UTF-32")]
    public void Another_encoding_is_called_by_its_name(string encoding, string name)
    {
        Encoding other = Encoding.GetEncoding(encoding);
        byte[] table = [.. other.Preamble, .. other.GetBytes("id,value\na,1\nb,2\nc,3\n")];
        Assert.Equal(name, Assert.Single(TableContest.Judge(Mae, table).Faults).First[0].Text);
    }

    [Fact]
    public void UTF_16_is_seen_without_its_mark() => Assert.Equal("UTF-16 (little-endian, without a byte-order mark)",
        Assert.Single(TableContest.Judge(Mae, Encoding.Unicode.GetBytes("id,value\n")).Faults).First[0].Text);

    [Fact]
    public void A_byte_of_another_code_page_is_named_with_its_line()
    {
        TableFault fault = Assert.Single(TableContest.Judge(Mae, Encoding.Latin1.GetBytes("id,value\na,1\né,2\n")).Faults);
        Assert.Equal((TableFaultKind.NotUtf8, 3), (fault.Kind, fault.First[0].Line));
        Assert.Contains("0xE9", fault.First[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_is_called_a_zip() => Assert.Contains("zip",
        Assert.Single(TableContest.Judge(Mae, [.. "PK\u0003\u0004"u8, 1, 2, 3]).Faults).First[0].Text, StringComparison.Ordinal);

    [Fact]
    public void What_is_over_the_size_is_not_read_to_its_end()
    {
        using var endless = new EndlessTable();
        TableJudgement judgement = Mae.Judge(endless);
        Assert.Equal(TableFaultKind.TooLarge, judgement.Faults[0].Kind);
        Assert.InRange(endless.Given, 4001, 200_000);
    }

    [Fact]
    public void A_line_without_end_is_refused()
    {
        TableJudge judge = new TableContest
        {
            Task = TableContest.Picks(1),
            Columns = [TableContest.Measured("sum", of: "kilos")],
            Answers = "id,kilos\na,1\n",
        }.Open();
        Assert.Equal(TableFaultKind.LineTooLong, TableContest.Judge(judge, "id\n" + new string('x', 20_000)).Faults[0].Kind);
    }

    [Theory]
    [InlineData("id,value\na,1.5\nb,0.1\n", TableFaultKind.OutOfRange, "line 2: 1.5")]
    [InlineData("id,value\na,0.5\nb,-0.1\n", TableFaultKind.OutOfRange, "line 3: -0.1")]
    public void A_probability_is_between_0_and_1(string table, TableFaultKind kind, string first)
    {
        TableFault fault = Assert.Single(TableContest.Judge(LogLoss, table).Faults);
        Assert.Equal((kind, first), (fault.Kind, fault.First[0].ToString()));
    }

    [Fact]
    public void A_class_is_one_of_the_answers()
    {
        TableFault fault = Assert.Single(TableContest.Judge(Labels, "id,value\na,cat\nb,bird\n").Faults);
        Assert.Equal((TableFaultKind.UnknownClass, "line 3: bird"), (fault.Kind, fault.First[0].ToString()));
        Assert.Contains("`cat`, `dog`", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_add_up_to_one()
    {
        TableFault fault = Assert.Single(TableContest.Judge(Classes, "id,cat,dog\na,0.5,0.5\nb,0.2,0.2\n").Faults);
        Assert.Equal((TableFaultKind.WrongSum, "line 3: 0.4"), (fault.Kind, fault.First[0].ToString()));
        // A row that was rounded is divided by its sum.
        Assert.Equal(0.25m, TableContest.Judge(Classes, "dog,id,cat\n0.499,a,0.499\n0.499,b,0.499\n").Of("all")!.Values["brier_score"]);
    }

    [Fact]
    public void Of_many_faults_five_are_named_and_all_are_counted()
    {
        string table = "id,value\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"u{row},1\n"));
        TableFault fault = Assert.Single(TableContest.Judge(Mae, table).Faults, found => found.Kind == TableFaultKind.UnknownKey);
        Assert.Equal((300, 5), (fault.Count, fault.First.Count));
        Assert.Equal([2, 3, 4, 5, 6], fault.First.Select(line => line.Line));
    }

    [Fact]
    public void A_strangers_text_is_shown_without_what_a_terminal_obeys()
    {
        TableFault fault = Assert.Single(TableContest.Judge(Mae, $"id,value\na,1\nb,2\nc,3\n{new string('x', 90)}\u202e\u0085,4\n").Faults);
        Assert.Equal(new string('x', 60) + "…", fault.First[0].Text);
        Assert.Equal("a··b", TableFaults.Shown("a\u001b\u202eb"));
    }

    /// <summary>A table that never ends, and how much of it was taken.</summary>
    private sealed class EndlessTable : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int place = 0; place < count; place++)
                buffer[offset + place] = (byte)"id,value\n"[(int)((Given + place) % 9)];
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
