using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Standings.Sealing;

/// <summary>
/// A text that the log knows by its salted hash only: a score before publishing, a reason, a name. Text and salt are kept apart from the
/// log;
/// when both are given out, anybody can check that this is what was sealed; when the salt is erased, nobody can find the text by guessing.
/// </summary>
/// <param name="Salt">32 bytes. The seal is the SHA-256 of the salt followed by the text in UTF-8.</param>
public sealed record SealedText(byte[] Salt, string Text)
{
    public const int SaltBytes = 32;

    /// <summary>What the log holds.</summary>
    public Digest Seal { get; } = SealOf(Salt, Text);

    /// <summary>Seals a text with a fresh salt.</summary>
    public static SealedText Fresh(string text) => new(RandomNumberGenerator.GetBytes(SaltBytes), text);

    public static Digest SealOf(ReadOnlySpan<byte> salt, string text)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltBytes);
        byte[] all = new byte[SaltBytes + Encoding.UTF8.GetByteCount(text)];
        salt.CopyTo(all);
        Encoding.UTF8.GetBytes(text, all.AsSpan(SaltBytes));
        return Digest.Of(all);
    }
}
