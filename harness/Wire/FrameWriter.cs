namespace Evaluator.Wire;

/// <summary>Builds one frame at a time in a buffer that is kept, and writes it with a single call. Not thread-safe.</summary>
public sealed class FrameWriter(Stream stream)
{
    private readonly PayloadWriter frame = new();
    private FrameKind kind;
    private ushort sequence;

    /// <returns>Where the payload goes; valid until <see cref="Send"/>.</returns>
    public PayloadWriter Begin(FrameKind kind, ushort sequence)
    {
        this.kind = kind;
        this.sequence = sequence;
        frame.Clear();
        frame.Take(FrameHeader.Size);
        return frame;
    }

    /// <summary>Completes the frame and writes it.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Send()
    {
        int length = frame.Written.Length;
        frame.Clear();
        new FrameHeader((uint)(length - FrameHeader.Size), sequence, kind).Write(frame.Take(length));
        stream.Write(frame.Written);
        stream.Flush();
    }
}
