using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;

namespace Evaluator.Board.Receipts;

/// <summary>
/// The board's signed word: a receipt for what was handed in, and the head of a contest's log. Who keeps them can show later that an entry
/// was changed or left out.
/// </summary>
/// <remarks>
/// Both tell everybody the same: the head is that of the log that everybody may have, and a receipt has no number while a freeze hides its
/// entry.
/// </remarks>
internal sealed class ReceiptDesk(Journal journal, BoardSignature signature)
{
    private readonly ConcurrentDictionary<string, SignedHead> heads = new(StringComparer.Ordinal);

    /// <summary>The receipt of a submission; null where the log has no such submission.</summary>
    public Receipt? Of(LiveContest contest, string submission)
    {
        (long Seq, bool IsShown)? place = contest.Ask<(long, bool)?>(fold =>
            fold.Submission(submission) is { } known ? (known.Seq, fold.IsShown(known.Seq)) : null);
        return place is { } found && EntryAt(contest, found.Seq) is { } entry
            ? Receipt.Of(entry, signature.Key, isHidden: !found.IsShown)
            : null;
    }

    /// <summary>The receipt as a member of an answer.</summary>
    public JsonElement? JsonOf(LiveContest contest, string submission) =>
        Of(contest, submission) is { } receipt ? JsonElement.Parse(receipt.ToText()) : null;

    /// <summary>The head of the log as everybody may have it; null before the first entry. Signed once, however many ask.</summary>
    public SignedHead? Head(LiveContest contest)
    {
        long seq = contest.Ask(fold => fold.LastFor(Audience.Public));
        if (heads.TryGetValue(contest.Name, out SignedHead? known) && known.Seq == seq)
            return known;
        return EntryAt(contest, seq) is { } last ? heads[contest.Name] = SignedHead.Of(last, signature.Key) : null;
    }

    private Entry? EntryAt(LiveContest contest, long seq) =>
        journal.Lines(contest.Name, seq, seq).FirstOrDefault() is { } line ? EntryText.Read(Encoding.UTF8.GetBytes(line)) : null;
}
