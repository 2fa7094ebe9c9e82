using System.Buffers.Binary;
using System.Numerics;

namespace Evaluator.Confinement.Disk;

/// <summary>
/// A checksum against accidents (RFC 3720, section 12.1), by the processor's instruction: to load the library of SHA-256 costs a fifth of
/// a hello world.
/// </summary>
public static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte last in bytes)
            crc = BitOperations.Crc32C(crc, last);
        return ~crc;
    }
}
