using System.Text;
using CsCheck;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Specs.Contest;
using Evaluator.Wire;

namespace Evaluator.Specs.Sandbox;

/// <summary>Wild bytes may be refused with the exception that says so, and with no other.</summary>
public class FuzzSpecs
{
    private static readonly int Times = Soak.IsOn ? 100 : 1;

    /// <summary>Mostly the bytes that mean something to the readers: separators, line ends, marks, halves of characters.</summary>
    private static readonly Gen<byte[]> FileBytes = Gen.Frequency(
        (6, Gen.OneOf([.. new[] { "\t", "\n", "\r\n", "A1", "7", "2011-09-01", "EMS", ";", "\"", "\uFEFF" }.Select(Gen.Const)])
            .Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Byte.Array[1, 4])).Array[0, 60].Select(parts => parts.SelectMany(part => part).ToArray());

    [Fact]
    public void The_readers_of_the_wire_refuse_a_changed_frame_and_do_nothing_else()
    {
        byte[] sound = SoundFrames();
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Array[1, 4].Sample(changes =>
        {
            byte[] bytes = [.. sound];
            int length = bytes.Length;
            foreach ((int at, byte value, int cut) in changes)
            {
                bytes[at] = value;
                length = value % 4 == 0 ? cut : length;
            }
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadAll(bytes.AsSpan(0, length).ToArray());
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);    // never what a length claims
        }, iter: 20_000 * Times, threads: 1);
    }

    [Fact]
    public void The_reader_of_the_data_takes_any_bytes_for_events()
    {
        using var package = SmallPackage.OfOneCase();
        FileBytes.Sample(bytes =>
        {
            package.Write(SmallPackage.Events("emergencies", 9), [.. Encoding.UTF8.GetBytes(SmallPackage.EmergencyHeader), .. bytes]);
            MonthTruth truth = package.ReadTruth(9);
            using TextLines lines = package.Open().ReadEmergencies(SmallPackage.BlockGroup, 9);
            Assert.Equal(lines.Count - 1, truth.Actual.EventCount + truth.Unplaced.Total);    // each record is placed, or counted as not
        }, iter: 300 * Times, threads: 1);
    }

    [Fact]
    public void The_reader_of_the_data_refuses_or_takes_any_bytes_for_locations_and_codes()
    {
        using var package = SmallPackage.OfOneCase();
        Gen.Select(FileBytes, FileBytes).Sample((locations, codes) =>
        {
            package.Write($"locations/loc-{SmallPackage.BlockGroup}.csv", locations);
            package.Write("geography/Emergency_Type_Code_Table.csv", codes);
            try
            {
                DataPackage opened = package.Open();
                opened.RequireRunnable([SmallPackage.BlockGroup], CallingSequence.Official);
                ContestCase read = opened.ReadCase(SmallPackage.BlockGroup);
                _ = opened.ReadTruth(read, 9, opened.ReadEventTypes());
            }
            catch (PackageException)
            {
                // refused, with a message
            }
        }, iter: 300 * Times, threads: 1);
    }

    private static byte[] SoundFrames()
    {
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Begin(FrameKind.Hello, 0).UInt32(Protocol.Version);
        writer.Send();
        PayloadWriter list = writer.Begin(FrameKind.ReceiveEvents, 1);
        list.Text("250250000001");
        list.UInt32(9);
        list.TextList([3, 8], 0, "onethree"u8);
        writer.Send();
        writer.Begin(FrameKind.Predictions, 2).Doubles([1.0, 2.0]);
        writer.Send();
        PayloadWriter failed = writer.Begin(FrameKind.Failed, 3);
        failed.Byte(1);
        failed.Text("what happened");
        writer.Send();
        return stream.ToArray();
    }

    private static void ReadAll(byte[] bytes)
    {
        var reader = new FrameReader(new MemoryStream(bytes));
        Span<double> doubles = stackalloc double[2];
        try
        {
            while (reader.ReadHeader() is { } header)
            {
                if (header.Kind == FrameKind.Predictions)
                {
                    reader.ReadDoubles(header, doubles);
                    continue;
                }
                var payload = new PayloadReader(reader.ReadPayload(header, Protocol.MaxFailureBytes));
                if (header.Kind == FrameKind.Failed)
                    payload.Byte();
                if (header.Kind == FrameKind.Hello)
                    payload.UInt32();
                else
                    _ = payload.Text();
                if (header.Kind == FrameKind.ReceiveEvents)
                {
                    payload.UInt32();
                    _ = payload.TextList();
                }
                payload.End();
            }
        }
        catch (WireException)
        {
            // refused, as it should be
        }
    }
}
