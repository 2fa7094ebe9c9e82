using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Repositories;

/// <summary>The rows of repositories. A removed one stays, without its secrets: its deliveries name it.</summary>
internal sealed class RepositoryRows(Database database)
{
    private const string Columns = """
        id AS Id, contest AS Contest, team AS Team, account AS Account, provider AS Provider, url AS Url, path AS Path, phase AS Phase,
        branch AS Branch, control AS Control, secret AS Secret, previous_secret AS PreviousSecret, previous_until AS PreviousUntil,
        created AS Created, removed AS Removed, unsigned_count AS UnsignedCount, unsigned_at AS UnsignedAt
        """;

    /// <returns>Null where there is none, or it was removed.</returns>
    public Repository? Find(string id)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Repository>(
            $"SELECT {Columns} FROM repository WHERE id = @id AND removed IS NULL", new { id });
    }

    /// <summary>A team's repositories, the newest first.</summary>
    public IReadOnlyList<Repository> Of(string contest, string team)
    {
        using DbConnection connection = database.Read();
        return connection.Query<Repository>($"""
            SELECT {Columns} FROM repository WHERE contest = @contest AND team = @team AND removed IS NULL ORDER BY created DESC, id
            """, new { contest, team }).AsList();
    }

    /// <returns>False where the team has one of that address already.</returns>
    public bool Add(Repository one) => database.Write(transaction => transaction.Connection!.Execute("""
        INSERT INTO repository (id, contest, team, account, provider, url, path, phase, branch, control, secret, created, unsigned_count)
        VALUES (@Id, @Contest, @Team, @Account, @Provider, @Url, @Path, @Phase, @Branch, @Control, @Secret, @Created, 0)
        ON CONFLICT DO NOTHING
        """, one, transaction)) == 1;

    /// <summary>A new secret; the one before it is good until then.</summary>
    public void Rotate(string id, string secret, long until) => database.Write(transaction => transaction.Connection!.Execute("""
        UPDATE repository SET previous_secret = secret, previous_until = @until, secret = @secret WHERE id = @id
        """, new { id, secret, until }, transaction));

    public void EndPrevious(string id) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE repository SET previous_secret = NULL, previous_until = NULL WHERE id = @id", new { id }, transaction));

    public void Remove(string id, long now) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE repository SET removed = @now, secret = '', previous_secret = NULL, previous_until = NULL WHERE id = @id",
        new { id, now }, transaction));

    /// <summary>Something came that was not signed with a secret of the repository's. It is counted and not kept: anybody can send it.
    /// </summary>
    public void CountUnsigned(string id, long now) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE repository SET unsigned_count = unsigned_count + 1, unsigned_at = @now WHERE id = @id", new { id, now }, transaction));

    /// <summary>A person goes: the addresses that they registered go too, and nothing more is fetched from there.</summary>
    public static void Erase(DbTransaction transaction, string account, long now)
    {
        transaction.Connection!.Execute("""
            UPDATE source SET url = 'erased' WHERE repository IN (SELECT id FROM repository WHERE account = @account)
            """, new { account }, transaction);
        transaction.Connection!.Execute("""
            UPDATE repository SET url = 'erased ' || id, removed = COALESCE(removed, @now), secret = '', previous_secret = NULL,
                previous_until = NULL
            WHERE account = @account
            """, new { account, now }, transaction);
    }
}
