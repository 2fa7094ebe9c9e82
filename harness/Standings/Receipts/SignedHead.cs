using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>The board's word on how far a log had come. A client that has seen one refuses a log that does not go on from it.</summary>
/// <param name="Head">The hash of the entry <paramref name="Seq"/>.</param>
/// <param name="Key">The <see cref="PublicKey.Id"/> of the key that signs.</param>
/// <param name="Signature">Base64, DER, over the canonical JSON of the rest.</param>
public sealed record SignedHead(string Contest, long Seq, DateTimeOffset At, Digest Head, Digest Key, string? Signature)
{
    public static SignedHead Of(Entry last, BoardKey key)
    {
        SignedHead open = new(last.Contest, last.Seq, last.At, last.Hash, key.Public.Id, null);
        return open with { Signature = Convert.ToBase64String(key.Sign(open.Signed())) };
    }

    /// <exception cref="LogFormatException">The text is no head.</exception>
    public static SignedHead Parse(string text) => SignedJson.Parse(text, SignedJson.Default.SignedHead, "head of a log");

    /// <summary>One line of canonical JSON.</summary>
    public string ToText() => CanonicalJson.Text(this, SignedJson.Default.SignedHead);

    public bool IsSignedBy(PublicKey key) => key.Id == Key && SignedJson.Verifies(key, Signed(), Signature);

    private byte[] Signed() => CanonicalJson.Bytes(this with { Signature = null }, SignedJson.Default.SignedHead);
}
