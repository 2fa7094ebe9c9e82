using System.Security.Cryptography;

namespace Evaluator.Harbour.Randomness;

/// <summary>
/// The 256 bits that a harbour is drawn from. Whoever has them has the answers, so they are kept with the answers, and only their hash is
/// published: after the contest it shows that the harbour was not chosen for somebody.
/// </summary>
public sealed class HarbourSeed
{
    public const int Length = 32;

    private const int HexDigits = 2 * Length;

    private readonly byte[] bits;

    private HarbourSeed(byte[] bits) => this.bits = bits;

    public ReadOnlySpan<byte> Bits => bits;

    /// <summary>As 64 hexadecimal digits; the form that <see cref="Parse"/> reads.</summary>
    public string Text => Convert.ToHexStringLower(bits);

    /// <summary>SHA-256 of the 32 bytes, as hexadecimal digits: what may be published.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(bits));

    public static HarbourSeed Secret() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads 1 to 64 hexadecimal digits; fewer than 64 are filled up with zeros in front.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static HarbourSeed Parse(string text)
    {
        if (text.Length is 0 or > HexDigits || text.Any(c => !char.IsAsciiHexDigit(c)))
        {
            throw new FormatException(
                $"'{text}' is no seed; 1 to {HexDigits} hexadecimal digits were expected, as 1e0f3. Without a seed a secret one is drawn.");
        }
        return new HarbourSeed(Convert.FromHexString(text.PadLeft(HexDigits, '0')));
    }
}
