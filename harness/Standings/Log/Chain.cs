using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log;

/// <summary>How entries hang together: each has the hash of the one before, so nothing can be changed, left out or put between.</summary>
public static class Chain
{
    /// <summary>
    /// The entry that follows. Its time is the board's clock, or the time of the entry before where the clock has gone back.
    /// </summary>
    /// <param name="last">The last entry; null for the first of a contest.</param>
    public static Entry Next(Entry? last, DateTimeOffset now, string contest, string actor, EntryBody body)
    {
        DateTimeOffset at = TimeText.Cut(now);
        if (last is not null && at < last.At)
            at = last.At;
        Entry open = new((last?.Seq ?? 0) + 1, at, contest, actor, body, last?.Hash ?? Digest.Zero, default);
        return open with { Hash = EntryText.HashOf(open) };
    }

    /// <summary>What is wrong with an entry as the follower of <paramref name="last"/>; null where it follows soundly.</summary>
    public static ChainFault? Check(Entry? last, Entry entry) => Check(last, entry, EntryText.HashOf(entry));

    /// <param name="content">The hash of its content, as <see cref="EntryText.Read(ReadOnlySpan{byte}, out Digest)"/> gives it.</param>
    public static ChainFault? Check(Entry? last, Entry entry, Digest content)
    {
        if (entry.Seq != (last?.Seq ?? 0) + 1)
            return new ChainFault(entry.Seq, $"seq {entry.Seq} follows seq {last?.Seq ?? 0}; expected {(last?.Seq ?? 0) + 1}");
        if (last is not null && entry.Contest != last.Contest)
            return new ChainFault(entry.Seq, $"is of the contest \"{entry.Contest}\"; expected \"{last.Contest}\"");
        if (last is not null && entry.At < last.At)
            return new ChainFault(entry.Seq, $"is of {TimeText.Of(entry.At)}, before the entry before it ({TimeText.Of(last.At)})");
        if (entry.Previous != (last?.Hash ?? Digest.Zero))
            return new ChainFault(entry.Seq, $"names {entry.Previous} as the hash before it; expected {last?.Hash ?? Digest.Zero}");
        return entry.Hash == content ? null : new ChainFault(entry.Seq, $"has the hash {entry.Hash}; its content has {content}");
    }
}
