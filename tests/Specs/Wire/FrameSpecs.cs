using CsCheck;
using Evaluator.Wire;

namespace Evaluator.Specs.Wire;

public class FrameSpecs
{
    [Fact]
    public void A_header_survives_the_wire()
    {
        Gen.Select(Gen.UInt, Gen.UShort, Gen.Byte).Sample((length, sequence, kind) =>
        {
            Span<byte> bytes = stackalloc byte[FrameHeader.Size];
            var header = new FrameHeader(length, sequence, (FrameKind)kind);
            header.Write(bytes);
            return FrameHeader.TryRead(bytes, out FrameHeader back) && back == header;
        });
    }

    [Fact]
    public void A_list_of_texts_survives_the_wire()
    {
        Gen.String[Gen.Char[' ', '\u07ff'], 0, 30].Array[0, 20].Sample(texts =>
        {
            var payload = new PayloadWriter();
            Write(payload, texts);
            var reader = new PayloadReader(payload.Written);
            string[] back = reader.TextList();
            reader.End();
            return back.SequenceEqual(texts);
        }, iter: 500);
    }

    [Fact]
    public void A_list_may_begin_in_the_middle_of_its_source()
    {
        var payload = new PayloadWriter();
        payload.TextList([8, 12], 6, "abcdef"u8);
        Assert.Equal(["ab", "cdef"], new PayloadReader(payload.Written).TextList());
    }

    [Fact]
    public void Doubles_arrive_bit_for_bit()
    {
        double[] sent = [0.0, -0.0, double.NaN, double.PositiveInfinity, double.Epsilon, Math.PI];
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Begin(FrameKind.Predictions, 7).Doubles(sent);
        writer.Send();
        stream.Position = 0;
        var reader = new FrameReader(stream);
        FrameHeader header = reader.ReadHeader()!.Value;
        double[] received = new double[sent.Length];
        reader.ReadDoubles(header, received);
        Assert.Equal(new FrameHeader(48, 7, FrameKind.Predictions), header);
        Assert.Equal(sent.Select(BitConverter.DoubleToInt64Bits), received.Select(BitConverter.DoubleToInt64Bits));
    }

    [Theory]
    [InlineData("03000000", "a payload ends")]                                  // three texts, no ends
    [InlineData("02000000" + "04000000" + "02000000" + "6162", "text 0 of a list ends at 4")]
    [InlineData("01000000" + "09000000" + "61", "a payload ends 8 bytes early")]
    [InlineData("ffffffff", "a payload ends")]
    public void A_malformed_list_is_refused(string hex, string message)
    {
        byte[] payload = Convert.FromHexString(hex);
        Assert.StartsWith(message, Assert.Throws<WireException>(() => new PayloadReader(payload).TextList()).Message);
    }

    [Fact]
    public void No_bytes_however_wild_make_the_reader_do_more_than_refuse()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var reader = new FrameReader(new MemoryStream(bytes));
            try
            {
                while (reader.ReadHeader() is { } header)
                {
                    var payload = new PayloadReader(reader.ReadPayload(header, 100));
                    _ = payload.TextList();
                    payload.End();
                }
            }
            catch (WireException)
            {
                // refused, as it should be
            }
        }, iter: 20_000);
    }

    [Fact]
    public void A_frame_longer_than_the_caller_takes_is_refused_before_it_is_read()
    {
        var reader = new FrameReader(new MemoryStream([255, 255, 255, 127, 1, 0, 69, 0]));
        FrameHeader header = reader.ReadHeader()!.Value;
        Assert.Equal("a Failed frame of 2147483647 bytes, where at most 65536 are due",
            Assert.Throws<WireException>(() => reader.ReadPayload(header, 65536).Length).Message);
    }

    private static void Write(PayloadWriter payload, string[] texts)
    {
        int[] ends = new int[texts.Length];
        var bytes = new List<byte>();
        for (int i = 0; i < texts.Length; i++)
        {
            bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(texts[i]));
            ends[i] = bytes.Count;
        }
        payload.TextList(ends, 0, [.. bytes]);
    }
}
