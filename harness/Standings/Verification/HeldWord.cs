using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Verification;

/// <summary>What a reader holds against a log: a receipt, or a head seen earlier.</summary>
public sealed record HeldWord
{
    private readonly Func<PublicKey, bool> isSignedBy;

    private HeldWord(string source, string contest, long seq, Digest hash, Func<PublicKey, bool> isSignedBy) =>
        (Source, Contest, Seq, Hash, this.isSignedBy) = (source, contest, seq, hash, isSignedBy);

    /// <summary>What it is, as the receipt of a submission.</summary>
    public string Source { get; }

    public string Contest { get; }

    public long Seq { get; }

    public Digest Hash { get; }

    public static HeldWord Of(Receipt receipt) =>
        new($"the receipt of {receipt.Submission}", receipt.Contest, receipt.Seq, receipt.Entry, receipt.IsSignedBy);

    public static HeldWord Of(SignedHead head) => new($"the head of entry {head.Seq}", head.Contest, head.Seq, head.Head, head.IsSignedBy);

    public bool IsSignedBy(PublicKey key) => isSignedBy(key);
}
