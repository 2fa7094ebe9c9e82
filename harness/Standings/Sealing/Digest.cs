using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Standings.Sealing;

/// <summary>A SHA-256, written as 64 small hexadecimal digits.</summary>
public readonly record struct Digest
{
    public const int Bytes = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <param name="hash">32 bytes.</param>
    public Digest(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, Bytes);
        first = BinaryPrimitives.ReadUInt64BigEndian(hash);
        second = BinaryPrimitives.ReadUInt64BigEndian(hash[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(hash[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(hash[24..]);
    }

    /// <summary>64 zeros: what the first entry of a log has as the previous one's hash.</summary>
    public static Digest Zero => default;

    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        SHA256.HashData(bytes, hash);
        return new Digest(hash);
    }

    /// <summary>Of the text in UTF-8.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <exception cref="FormatException">The text is not 64 small hexadecimal digits.</exception>
    public static Digest Parse(string text) =>
        TryParse(text, out Digest digest)
        ? digest : throw new FormatException($"\"{text}\" is no SHA-256; expected 64 small hexadecimal digits");

    public static bool TryParse(string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: 2 * Bytes } || text.AsSpan().ContainsAnyInRange('A', 'F'))
            return false;
        Span<byte> hash = stackalloc byte[Bytes];
        if (Convert.FromHexString(text, hash, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        digest = new Digest(hash);
        return true;
    }

    /// <summary>Reads 64 small hexadecimal digits in UTF-8, as a log has them, without a string between.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Digest digest)
    {
        digest = default;
        Span<byte> hash = stackalloc byte[Bytes];
        if (utf8.Length != 2 * Bytes || utf8.ContainsAnyInRange((byte)'A', (byte)'F')
            || Convert.FromHexString(utf8, hash, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        digest = new Digest(hash);
        return true;
    }

    public void CopyTo(Span<byte> hash)
    {
        BinaryPrimitives.WriteUInt64BigEndian(hash, first);
        BinaryPrimitives.WriteUInt64BigEndian(hash[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(hash[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(hash[24..], fourth);
    }

    public byte[] ToArray()
    {
        byte[] hash = new byte[Bytes];
        CopyTo(hash);
        return hash;
    }

    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[Bytes];
        CopyTo(hash);
        return Convert.ToHexStringLower(hash);
    }
}
