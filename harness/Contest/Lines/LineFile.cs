using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Contest.Lines;

/// <summary>
/// Reads a file into lines through a pipe. Both ends of the pipe are worked in turn by the calling thread: a file in the page
/// cache has nothing to wait for, and a hop to another thread costs more than reading a small file does.
/// </summary>
public static class LineFile
{
    /// <summary>The most a file may hold: offsets are ints, and Windows-1252 can treble in UTF-8.</summary>
    public const long MaxFileBytes = 700_000_000;

#if DEBUG
    internal const int PipeBufferBytes = 32; // Few lines fit: every test runs the code at the boundaries.
#else
    internal const int PipeBufferBytes = 64 * 1024;
#endif

    /// <summary>The lines of a file: ended by LF or CR LF, empty ones and a byte-order mark dropped.</summary>
    /// <exception cref="PackageException">The file is not there, may not be read, or is too long.</exception>
    /// <exception cref="IOException">The machine could not read it.</exception>
    public static TextLines Read(string path) => Read(path, PipeBufferBytes, int.MaxValue);

    /// <summary>At least the first lines, if there are so many; the rest of a long file is not read.</summary>
    internal static TextLines ReadStart(string path, int lines) => Read(path, PipeBufferBytes, lines);

    internal static TextLines Read(string path, int bufferBytes, int enoughLines)
    {
        using SafeFileHandle file = Open(path);
        long length = RandomAccess.GetLength(file);
        if (length > MaxFileBytes)
            throw new PackageException($"{path} has {length:N0} bytes; a file of a data package may have at most {MaxFileBytes:N0}.");

        int expectedBytes = enoughLines == int.MaxValue ? (int)length : (int)Math.Min(length, bufferBytes);
        var cutter = new LineCutter(path, expectedBytes);
        if (length <= bufferBytes)
            return ReadAtOnce(file, cutter, (int)length, enoughLines);
        // A writer that never pauses: its flushes complete at once, so nothing below waits.
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: bufferBytes, pauseWriterThreshold: 0, useSynchronizationContext: false));
        for (long offset = 0; offset < length && cutter.Count < enoughLines;)
        {
            int room = (int)Math.Min(bufferBytes, length - offset);
            int read = RandomAccess.Read(file, pipe.Writer.GetSpan(room)[..room], offset);
            if (read == 0)
                break; // The file has become shorter meanwhile.
            offset += read;
            pipe.Writer.Advance(read);
            Flush(pipe.Writer);
            Drain(pipe.Reader, cutter);
        }
        pipe.Writer.Complete();
        pipe.Reader.Complete();
        return cutter.Finish();
    }

    /// <summary>
    /// A file that fits into one buffer, as nearly all 26,000 event files do, needs no pipe.
    /// </summary>
    private static TextLines ReadAtOnce(SafeFileHandle file, LineCutter cutter, int length, int enoughLines)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        for (int offset = 0; offset < length && cutter.Count < enoughLines;)
        {
            int read = RandomAccess.Read(file, rented.AsSpan(0, length - offset), offset);
            if (read == 0)
                break;    // The file has become shorter meanwhile.
            offset += read;
            cutter.Append(rented.AsSpan(0, read));
        }
        ArrayPool<byte>.Shared.Return(rented);
        return cutter.Finish();
    }

    private static void Flush(PipeWriter writer)
    {
        ValueTask<FlushResult> flush = writer.FlushAsync();
        Debug.Assert(flush.IsCompletedSuccessfully);
        flush.GetAwaiter().GetResult();
    }

    private static void Drain(PipeReader reader, LineCutter cutter)
    {
        if (!reader.TryRead(out ReadResult result))
            return;
        foreach (ReadOnlyMemory<byte> piece in result.Buffer)
            cutter.Append(piece.Span);
        reader.AdvanceTo(result.Buffer.End);
    }

    /// <summary>Opens a file of a package: what can't be opened is told in the same words, whoever asks.</summary>
    /// <exception cref="PackageException">The file is not there or may not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PackageException($"{path} is not there; put the file back, or leave it out of what is to run.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new PackageException($"{path} may not be read by this user, or is a folder; a readable file was expected.", fault);
        }
    }
}
