using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;
using Evaluator.Standings.Log;

namespace Evaluator.Board.Journals;

/// <summary>One transaction of the writer: rows and entries that are there together, or not at all.</summary>
internal sealed class Writing(DbTransaction transaction, TimeProvider clock, Func<string, DbTransaction, LiveContest> newest)
{
    private readonly Dictionary<string, List<Entry>> written = new(StringComparer.Ordinal);

    public DbTransaction Transaction => transaction;

    /// <summary>What was appended, by contest.</summary>
    public IReadOnlyDictionary<string, List<Entry>> Written => written;

    /// <summary>The contest as it was before this transaction; nothing can come in between.</summary>
    public LiveContest Contest(string contest) => newest(contest, transaction);

    /// <summary>Appends an entry to a contest's log.</summary>
    public Entry Append(string contest, Draft draft)
    {
        if (!written.TryGetValue(contest, out List<Entry>? entries))
            written[contest] = entries = [];
        Entry? last = entries.Count > 0 ? entries[^1] : Contest(contest).Last;
        Entry entry = Chain.Next(last, clock.GetUtcNow(), contest, draft.Actor, draft.Body);
        Seals.Keep(transaction, contest, draft.Owner, draft.Sealed);
        transaction.Connection!.Execute("INSERT INTO entry (contest, seq, line) VALUES (@contest, @Seq, @line)",
            new { contest, entry.Seq, line = System.Text.Encoding.UTF8.GetString(EntryText.Write(entry)) }, transaction);
        entries.Add(entry);
        return entry;
    }
}
