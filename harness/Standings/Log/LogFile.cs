using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>
/// A log as a file, NDJSON: the entries in order, and behind them the seals that have been opened. Each line is canonical JSON and ends
/// with a
/// line feed.
/// </summary>
public static class LogFile
{
    private const int LongestLine = 64 * 1024 * 1024;

    public static void Write(Stream stream, IEnumerable<Entry> entries, IEnumerable<SealedText> opened)
    {
        foreach (Entry entry in entries)
            WriteLine(stream, EntryText.Write(entry));
        foreach (SealedText text in opened)
            WriteLine(stream, CanonicalJson.Bytes(OpenedSeal.Of(text), SealJson.Default.OpenedSeal));
    }

    /// <summary>Reads the lines one by one; a line that is nothing of the kind is a <see cref="LogLine"/> with a fault.</summary>
    public static async IAsyncEnumerable<LogLine> ReadAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 256 * 1024, leaveOpen: true));
        long number = 0;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellation);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return LogLine.Read(++number, buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            bool tooLong = buffer.Length > LongestLine;
            if (tooLong || (read.IsCompleted && buffer.Length > 0))
                yield return new LogLine(++number, null, null,
                    tooLong ? $"is longer than {LongestLine} bytes" : "has no line feed at its end: the file was cut short");
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted || tooLong)
                break;
        }
        await reader.CompleteAsync();
    }

    private static void WriteLine(Stream stream, byte[] line)
    {
        stream.Write(line);
        stream.WriteByte((byte)'\n');
    }
}
