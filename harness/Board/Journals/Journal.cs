using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Dapper;
using Evaluator.Board.Store;
using Evaluator.Standings.Log;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Journals;

/// <summary>
/// The logs of all contests of a board: the one writer, and what has been folded of each so far.
/// </summary>
/// <remarks>
/// An entry is decided, written and folded inside one transaction of the one writer, so what is decided (a quota, a name, a cap) holds when
/// it is written. Readers take the folded
/// state as it is and wait for nobody. Another process may append too (<c>board add</c>): before each append, and once a second, entries
/// that are new in the store are folded.
/// Locks are taken in this order: journal, then database. So nothing that runs inside <see cref="Database.Write(Action{DbTransaction})"/>
/// may call the journal.
/// </remarks>
internal sealed class Journal(Database database, Seals seals, TimeProvider clock, ILogger<Journal> log)
{
    private readonly ConcurrentDictionary<string, LiveContest> contests = new(StringComparer.Ordinal);
    private readonly Lock folding = new();

    private const int AtOnce = 10_000, OfPage = 1_000;

    /// <summary>The contests of the board, by name.</summary>
    public IReadOnlyList<LiveContest> All => [.. contests.Values.OrderBy(contest => contest.Name, StringComparer.Ordinal)];

    /// <summary>A contest; null where there is none of that name.</summary>
    public LiveContest? Find(string? contest) =>
        contest is not null && contests.TryGetValue(contest, out LiveContest? found) ? found : null;

    /// <summary>Writes rows and entries as one: all are on the disk when this returns, or, when <paramref name="work"/> throws,
    /// none.</summary>
    public T Write<T>(Func<Writing, T> work)
    {
        lock (folding)
        {
            Writing writing = null!;
            T result = database.Write(transaction =>
            {
                writing = new Writing(transaction, clock, Newest);
                return work(writing);
            });
            foreach ((string contest, List<Entry> entries) in writing.Written)
            {
                BoardMeter.Entries.Add(entries.Count);
                Fold(contests.GetValueOrDefault(contest) ?? new LiveContest(contest, seals.Open), entries);
            }
            return result;
        }
    }

    /// <summary>Appends what <paramref name="decide"/> makes of a contest as it is now; rows that it writes in the transaction are there
    /// with the entries.</summary>
    /// <returns>The entries, after they are on the disk.</returns>
    public IReadOnlyList<Entry> Append(string contest, Func<LiveContest, DbTransaction, IReadOnlyList<Draft>> decide) =>
        Write<IReadOnlyList<Entry>>(writing =>
            [.. decide(writing.Contest(contest), writing.Transaction).Select(draft => writing.Append(contest, draft))]);

    /// <summary>Appends entries that need no deciding.</summary>
    public IReadOnlyList<Entry> Append(string contest, params IReadOnlyList<Draft> drafts) => Append(contest, (_, _) => drafts);

    /// <summary>Folds what is in the store and not yet here: at the start all of it.</summary>
    public void CatchUp()
    {
        using DbConnection connection = database.Read();
        foreach ((string contest, long seq) in connection.Query<(string, long)>("SELECT contest, MAX(seq) FROM entry GROUP BY contest")
            .AsList())
            if (seq > (Find(contest)?.Last?.Seq ?? 0))
                lock (folding)
                    CatchUp(contests.GetValueOrDefault(contest) ?? new LiveContest(contest, seals.Open), connection, null);
    }

    /// <summary>The lines of a contest's log as they are stored, from one <c>seq</c> on; read as they are asked for, since a log may be
    /// larger than the memory, and in pages, since who asks may be slow and connections are few.</summary>
    public IEnumerable<string> Lines(string contest, long from, long to = long.MaxValue)
    {
        IReadOnlyList<string> page;
        do
        {
            page = Page(contest, from, to);
            foreach (string line in page)
                yield return line;
            from += page.Count;    // entries are numbered without gaps
        }
        while (page.Count == OfPage);
    }

    private IReadOnlyList<string> Page(string contest, long from, long to)
    {
        using DbConnection connection = database.Read();
        return connection.Query<string>(
            "SELECT line FROM entry WHERE contest = @contest AND seq >= @from AND seq <= @to ORDER BY seq LIMIT @OfPage",
            new { contest, from, to, OfPage }).AsList();
    }

    private LiveContest Newest(string contest, DbTransaction transaction)
    {
        LiveContest live = contests.GetValueOrDefault(contest) ?? new LiveContest(contest, seals.Open);
        CatchUp(live, transaction.Connection!, transaction);
        return live;
    }

    private void CatchUp(LiveContest live, DbConnection connection, DbTransaction? transaction)
    {
        bool isRebuild = false;
        IReadOnlyList<Entry> news;
        do
        {
            news = Next(live, connection, transaction);
            if (news.Count == AtOnce && !isRebuild)
            {
                seals.Fetch(live.Name, connection, transaction);
                isRebuild = true;
            }
            Fold(live, news);
        }
        while (news.Count == AtOnce);
    }

    /// <summary>The next entries of the store, their chain checked.</summary>
    private static List<Entry> Next(LiveContest live, DbConnection connection, DbTransaction? transaction)
    {
        List<Entry> news = [];
        Entry? last = live.Last;
        foreach (string line in connection.Query<string>(
            "SELECT line FROM entry WHERE contest = @Name AND seq > @seq ORDER BY seq LIMIT @AtOnce",
            new { live.Name, seq = last?.Seq ?? 0, AtOnce }, transaction, buffered: false))
        {
            Entry entry = EntryText.Read(Encoding.UTF8.GetBytes(line), out Digest content);
            if (Chain.Check(last, entry, content) is { } fault)
                throw new InvalidDataException(
                    $"The log of {live.Name} is not sound: {fault}. Restore it from a backup; `evaluator board verify` on an export "
                    + $"says more.");
            news.Add(last = entry);
        }
        return news;
    }

    private void Fold(LiveContest live, IReadOnlyList<Entry> entries)
    {
        if (entries.Count == 0)
            return;
        live.Fold(entries);
        if (contests.TryAdd(live.Name, live))
            log.LogInformation("Contest {Contest} is there, {Entries} entries.", live.Name, live.Last!.Seq);
    }
}
