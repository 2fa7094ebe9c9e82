using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Verification;

/// <summary>What a reader holds against a log: a receipt, or a head seen earlier.</summary>
public sealed record HeldWord
{
    private readonly Func<PublicKey, bool> isSignedBy;

    private HeldWord(string source, string contest, long? seq, DateTimeOffset at, Digest hash, Func<PublicKey, bool> isSignedBy) =>
        (Source, Contest, Seq, At, Hash, this.isSignedBy) = (source, contest, seq, at, hash, isSignedBy);

    /// <summary>What it is, as the receipt of a submission.</summary>
    public string Source { get; }

    public string Contest { get; }

    /// <summary>Where the entry stands; null of a receipt that was given under a freeze.</summary>
    public long? Seq { get; }

    /// <summary>The entry's time.</summary>
    public DateTimeOffset At { get; }

    public Digest Hash { get; }

    public static HeldWord Of(Receipt receipt) => new($"the receipt of {receipt.Submission}", receipt.Contest, receipt.Seq, receipt.At,
        receipt.Entry, receipt.IsSignedBy);

    public static HeldWord Of(SignedHead head) => new(
        $"the head of entry {head.Seq}", head.Contest, head.Seq, head.At, head.Head, head.IsSignedBy);

    /// <summary>Reads either.</summary>
    /// <exception cref="LogFormatException">The text is neither.</exception>
    public static HeldWord Parse(string text) => text.Contains("\"submission\":", StringComparison.Ordinal)
        ? Of(Receipt.Parse(text))
        : Of(SignedHead.Parse(text));

    public bool IsSignedBy(PublicKey key) => isSignedBy(key);

    /// <summary>Holds it against the sound entries of a log, from whichever on.</summary>
    /// <param name="key">The board's key; null where the signature is not looked at.</param>
    public Check Against(IReadOnlyList<Entry> entries, PublicKey? key)
    {
        Entry? last = entries.LastOrDefault();
        Entry? entry = Seq is not { } seq ? entries.FirstOrDefault(known => known.Hash == Hash)
            : last is not null && seq >= entries[0].Seq && seq <= last.Seq ? entries[(int)(seq - entries[0].Seq)] : null;
        string? wrong = key is not null && !IsSignedBy(key) ? $"{Source} is not signed by the board's key {key.Id}"
            : last is not null && last.Contest != Contest ? $"{Source} is of the contest {Contest}; the log is of {last.Contest}"
            : entry is not null ? Difference(entry) : Seq is { } missing ? Missing(missing, last?.Seq ?? 0) : null;
        if (wrong is null && entry is null && !(last?.At > At))
            return new Check("head", CheckVerdict.CantBeChecked, $"{Source} was given under a freeze, at {TimeText.Of(At)}; "
                + $"the log ends with entry {last?.Seq ?? 0}, before that. Once the phase is published the log has it");
        if (wrong is null && entry is null)
            wrong = $"{Source} is for the entry {Hash}, of {TimeText.Of(At)}; the log goes on after that, and does not have it";
        return wrong is null
            ? new Check("head", CheckVerdict.Holds,
                $"{Source} is in the log, entry {entry!.Seq}{(key is null ? "; its signature was not checked: no key was given" : "")}")
            : new Check("head", CheckVerdict.DoesNotHold, wrong);
    }

    private string? Difference(Entry entry) =>
        entry.Hash == Hash ? null : $"{Source} has {Hash} for entry {entry.Seq}; the log has {entry.Hash}";

    private string Missing(long seq, long there) => $"{Source} names entry {seq}; the log ends with entry {there}: "
        + (seq == there + 1 ? $"entry {seq} is missing" : $"entries {there + 1} to {seq} are missing");
}
