using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Harness.Records;

/// <summary>
/// A file's hash of itself: the SHA-256 of the JSON with the seal's 64 digits as zeros. It shows that a file was cut short or changed by
/// accident or by hand, whichever version wrote it; it is no defence against somebody who seals his forgery.
/// </summary>
internal static class Seal
{
    private const int Digits = 64;

    /// <summary>What the property <c>seal</c> holds until <see cref="Set"/>.</summary>
    public static readonly string Blank = new('0', Digits);

    /// <summary>As it stands at the outermost level of our indented JSON; inside a text the quotes would be escaped.</summary>
    private static ReadOnlySpan<byte> Property => "\n  \"seal\": \""u8;

    /// <summary>Puts the seal into JSON that has a blank one.</summary>
    /// <returns>The seal.</returns>
    public static string Set(Span<byte> json)
    {
        string seal = Of(json);
        Encoding.ASCII.GetBytes(seal, Place(json));
        return seal;
    }

    /// <summary>Whether the JSON is what was sealed.</summary>
    public static bool Holds(ReadOnlySpan<byte> json)
    {
        byte[] blanked = json.ToArray();
        Span<byte> place = Place(blanked);
        if (place.Length != Digits)
            return false;
        byte[] seal = place.ToArray();
        place.Fill((byte)'0');
        return seal.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Of(blanked)));
    }

    private static string Of(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    /// <returns>The seal's digits; fewer where there are none.</returns>
    private static Span<byte> Place(Span<byte> json)
    {
        int at = json.LastIndexOf(Property);
        return at < 0 || json.Length < at + Property.Length + Digits ? [] : json.Slice(at + Property.Length, Digits);
    }
}
