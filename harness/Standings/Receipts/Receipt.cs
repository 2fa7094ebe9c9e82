using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>
/// The board's word that it has accepted a submission, and where in the log: who holds it can show that an entry was changed or left out.
/// </summary>
/// <param name="Content">The SHA-256 of what was handed in.</param>
/// <param name="Seq">Where the entry stands; left out while a freeze hides it, since the number would tell how much else is hidden.</param>
/// <param name="Entry">The hash of the entry.</param>
/// <param name="Key">The <see cref="PublicKey.Id"/> of the key that signs.</param>
/// <param name="Signature">Base64, DER, over the canonical JSON of the rest.</param>
public sealed record Receipt(
    string Contest, string Submission, Digest Content, DateTimeOffset At, long? Seq, Digest Entry, Digest Key, string? Signature)
{
    /// <param name="isHidden">Whether a freeze hides the entry from everybody but organisers.</param>
    /// <exception cref="ArgumentException">The entry accepts no submission.</exception>
    public static Receipt Of(Entry entry, BoardKey key, bool isHidden = false)
    {
        if (entry.Body is not SubmissionAccepted accepted)
            throw new ArgumentException($"entry {entry.Seq} is {entry.Kind}; a receipt is for an accepted submission", nameof(entry));
        Receipt open = new(entry.Contest, accepted.Submission, accepted.Content, entry.At, isHidden ? null : entry.Seq, entry.Hash,
            key.Public.Id, null);
        return open with { Signature = Convert.ToBase64String(key.Sign(open.Signed())) };
    }

    /// <exception cref="LogFormatException">The text is no receipt.</exception>
    public static Receipt Parse(string text) => SignedJson.Parse(text, SignedJson.Default.Receipt, "receipt");

    /// <summary>One line of canonical JSON.</summary>
    public string ToText() => CanonicalJson.Text(this, SignedJson.Default.Receipt);

    /// <summary>Whether the board with that key gave it, word for word.</summary>
    public bool IsSignedBy(PublicKey key) => key.Id == Key && SignedJson.Verifies(key, Signed(), Signature);

    /// <summary>What is wrong with it as a receipt of what lies at hand; null where it fits.</summary>
    /// <param name="content">The SHA-256 of the file that was handed in; null where it is not looked at.</param>
    public string? Difference(PublicKey key, Digest? content)
    {
        if (key.Id != Key)
            return $"it was signed with the key {Key}; the board's is {key.Id}";
        if (!IsSignedBy(key))
            return "its signature does not fit: it was edited, or this board never gave it";
        return content is { } given && given != Content ? $"it is for a file with the SHA-256 {Content}; this file has {given}" : null;
    }

    private byte[] Signed() => CanonicalJson.Bytes(this with { Signature = null }, SignedJson.Default.Receipt);
}
