using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Board.People;

/// <summary>
/// Codes of links and tokens: 32 random bytes, shown once, kept as their SHA-256. Whoever reads the database cannot use one; no salt is
/// needed, since nobody can guess 256 random bits.
/// </summary>
internal static class Secret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Sha256(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a text is the secret of a hash, in a time that tells nothing of where they differ.</summary>
    public static bool Is(string secret, string sha256) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sha256(secret)), Encoding.ASCII.GetBytes(sha256));

    /// <summary>A short random name of a row: a letter for the kind, then 80 random bits in base 32. No counter, so that an id tells
    /// nothing of how many there are.</summary>
    public static string Id(char kind)
    {
        const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        Span<char> id = stackalloc char[17];
        id[0] = kind;
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        for (int place = 0; place < 16; place++)
            id[place + 1] = Alphabet[random[place] & 31];
        return new string(id);
    }
}
