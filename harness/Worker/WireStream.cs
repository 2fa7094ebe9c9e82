using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>
/// One end of the wire, by read(2) and write(2) and nothing else. A FileStream looks at what it is given and keeps strategies and
/// positions; with it and the rest that Program.cs names a bare start took 33 ms of CPU, without 29 (perf/results).
/// </summary>
internal sealed unsafe class WireStream(int descriptor) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The kernel refuses.</exception>
    public override int Read(Span<byte> buffer)
    {
        fixed (byte* first = buffer)
        {
            nint read;
            do
                read = LibC.read(descriptor, first, buffer.Length);
            while (read < 0 && LibC.WasInterrupted);
            return read >= 0 ? (int)read : throw new IOException(LibC.Failed("read from the wire").Message);
        }
    }

    /// <exception cref="IOException">The other side is gone.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* first = buffer)
        {
            for (int done = 0; done < buffer.Length;)
            {
                nint written = LibC.write(descriptor, first + done, buffer.Length - done);
                if (written >= 0)
                    done += (int)written;
                else if (!LibC.WasInterrupted)
                    throw new IOException(LibC.Failed("write to the wire").Message);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
