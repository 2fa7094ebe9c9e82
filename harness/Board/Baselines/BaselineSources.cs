using System.Data.Common;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Challenges;

namespace Evaluator.Board.Baselines;

/// <summary>
/// The rows of baselines that stand in a repository. A row is of one commit or tag: another one in the challenge is another row, and what
/// a tag named when it was fetched stands.
/// </summary>
internal sealed class BaselineSources(Database database, TimeProvider clock)
{
    /// <summary>What the id of a row begins with, and that of no delivery.</summary>
    private const char IdStart = 'b';

    private const string Columns = """
        id AS Id, contest AS Contest, baseline AS Baseline, url AS Url, wanted AS Wanted, path AS Path, state AS State, why AS Why,
        commit_id AS CommitId, file_name AS FileName, sha256 AS Sha256, bytes AS Bytes, losses AS Losses
        """;

    public static bool IsOne(string id) => id.StartsWith(IdStart);

    /// <summary>The row of a baseline as its challenge names it now; null where nobody has asked for it yet.</summary>
    public BaselineSource? Find(string contest, Baseline baseline)
    {
        using DbConnection connection = database.Read();
        return baseline.Repository is not { } repository ? null : connection.QuerySingleOrDefault<BaselineSource>($"""
            SELECT {Columns} FROM baseline_source
            WHERE contest = @contest AND baseline = @Name AND url = @Url AND wanted = @Wanted AND path = @Path
            """, new { contest, baseline.Name, repository.Url, repository.Wanted, repository.Path });
    }

    /// <summary>A worker is to fetch it, unless it was asked for before.</summary>
    public void Want(string contest, string baseline, BaselineRepository repository) =>
        database.Write(transaction => transaction.Connection!.Execute("""
            INSERT INTO baseline_source (id, contest, baseline, url, wanted, path, state, why, queued, changed, losses)
            VALUES (@id, @contest, @baseline, @Url, @Wanted, @Path, 'waiting', '', @now, @now, 0) ON CONFLICT DO NOTHING
            """, new
        {
            id = Secret.Id(IdStart),
            contest,
            baseline,
            repository.Url,
            repository.Wanted,
            repository.Path,
            now = clock.Now(),
        }, transaction));

    /// <summary>A name for what has been fetched for a contest: another one after each fetch.</summary>
    public string VersionOf(string contest)
    {
        using DbConnection connection = database.Read();
        (long count, long newest) = connection.QuerySingle<(long, long)>("""
            SELECT COUNT(*), COALESCE(MAX(changed), 0) FROM baseline_source WHERE contest = @contest AND state = 'fetched'
            """, new { contest });
        return $"{count}.{newest}";
    }

    /// <summary>Gives the oldest that waits to a worker, as long as it sends heartbeats.</summary>
    /// <returns>Null where none waits.</returns>
    public (BaselineSource Source, string Key)? Lease(string token, long until)
    {
        long now = clock.Now();
        using (DbConnection reader = database.Read())
        {
            if (Oldest(reader, null, now) is null)
                return null;
        }
        return database.Write<(BaselineSource, string)?>(transaction =>
        {
            if (Oldest(transaction.Connection!, transaction, now) is not { } found)
                return null;
            string key = Secret.New();
            transaction.Connection!.Execute("""
                UPDATE baseline_source SET state = 'fetching', lease_key = @key, token = @token, lease_until = @until, changed = @now,
                    losses = losses + 1
                WHERE id = @Id
                """, new { found.Id, key, token, until, now }, transaction);
            return (found with { State = BaselineSource.Fetching, Losses = found.Losses + 1 }, key);
        });
    }

    /// <returns>False where it is no longer that worker's.</returns>
    public bool Beat(string id, string key, string token, long until) => database.Write(transaction => transaction.Connection!.Execute("""
        UPDATE baseline_source SET lease_until = @until
        WHERE id = @id AND lease_key = @key AND token = @token AND state = 'fetching'
        """, new { id, key, token, until }, transaction)) == 1;

    /// <summary>The row of a lease, if that is who holds it.</summary>
    public BaselineSource? Held(string id, string key, string token)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<BaselineSource>($"""
            SELECT {Columns} FROM baseline_source WHERE id = @id AND lease_key = @key AND token = @token AND state = 'fetching'
            """, new { id, key, token });
    }

    public void Keep(string id, string commit, string fileName, string sha256, long bytes) =>
        database.Write(transaction => transaction.Connection!.Execute("""
            UPDATE baseline_source SET state = 'fetched', why = '', commit_id = @commit, file_name = @fileName, sha256 = @sha256,
                bytes = @bytes, lease_key = NULL, changed = @now
            WHERE id = @id
            """, new { id, commit, fileName, sha256, bytes, now = clock.Now() }, transaction));

    public void Refuse(string id, string why) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE baseline_source SET state = 'refused', why = @why, lease_key = NULL, changed = @now WHERE id = @id",
        new { id, why, now = clock.Now() }, transaction));

    /// <summary>Somebody else may try.</summary>
    public void GiveBack(string id) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE baseline_source SET state = 'waiting', lease_key = NULL WHERE id = @id", new { id }, transaction));

    /// <summary>A refused one waits again.</summary>
    /// <returns>False where it is not refused.</returns>
    public bool Again(DbTransaction transaction, string id) => transaction.Connection!.Execute("""
        UPDATE baseline_source SET state = 'waiting', why = '', losses = 0, changed = @now WHERE id = @id AND state = 'refused'
        """, new { id, now = clock.Now() }, transaction) == 1;

    private static BaselineSource? Oldest(DbConnection connection, DbTransaction? transaction, long now) =>
        connection.QueryFirstOrDefault<BaselineSource>($"""
            SELECT {Columns} FROM baseline_source WHERE state = 'waiting' OR (state = 'fetching' AND lease_until < @now)
            ORDER BY queued, id LIMIT 1
            """, new { now }, transaction);
}
