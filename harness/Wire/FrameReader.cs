using System.Runtime.InteropServices;

namespace Evaluator.Wire;

/// <summary>
/// Reads frames from a stream, blocking. The caller decides, header in hand, how many bytes it is willing to take:
/// nothing is ever allocated by what the other side claims. Not thread-safe.
/// </summary>
public sealed class FrameReader(Stream stream)
{
    private readonly byte[] headerBytes = new byte[FrameHeader.Size];
    private byte[] payload = new byte[64 * 1024];

    /// <returns>The header, or null where the stream ended before or inside it.</returns>
    /// <exception cref="WireException">Eight bytes came that are no header.</exception>
    public FrameHeader? ReadHeader()
    {
        if (!TryFill(headerBytes))
            return null;
        if (!FrameHeader.TryRead(headerBytes, out FrameHeader header))
            throw new WireException($"bytes that are no frame header: {Convert.ToHexString(headerBytes)}");
        return header;
    }

    /// <summary>Reads a payload into a buffer that the next call overwrites.</summary>
    /// <param name="header">The frame's header.</param>
    /// <param name="limit">The most bytes the caller takes.</param>
    /// <exception cref="WireException">The frame is longer than the limit, or was cut off.</exception>
    public ReadOnlySpan<byte> ReadPayload(in FrameHeader header, int limit)
    {
        if (header.Length > limit)
            throw new WireException($"a {header.Kind} frame of {header.Length} bytes, where at most {limit} are due");
        int length = (int)header.Length;
        if (payload.Length < length)
            payload = new byte[Math.Max(length, payload.Length * 2)];
        Span<byte> taken = payload.AsSpan(0, length);
        if (!TryFill(taken))
            throw new WireException($"a {header.Kind} frame was cut off");
        return taken;
    }

    /// <summary>Reads a payload of exactly <c>destination.Length</c> doubles straight into place.</summary>
    /// <exception cref="WireException">The frame has another length, or was cut off.</exception>
    public void ReadDoubles(in FrameHeader header, Span<double> destination)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(destination);
        if (header.Length != bytes.Length)
            throw new WireException($"a {header.Kind} frame of {header.Length} bytes, where {bytes.Length} are due");
        if (!TryFill(bytes))
            throw new WireException($"a {header.Kind} frame was cut off");
    }

    private bool TryFill(Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            int read = stream.Read(destination);
            if (read == 0)
                return false;
            destination = destination[read..];
        }
        return true;
    }
}
