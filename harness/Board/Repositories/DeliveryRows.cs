using System.Data.Common;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.Board.Repositories;

/// <summary>
/// The inbox: what hosts and members told, each once. A commit is in work or handed in at most once a team and phase; what was refused can
/// be tried again, and is no obstacle to a new delivery of the same commit.
/// </summary>
internal sealed class DeliveryRows(Database database, TimeProvider clock)
{
    /// <summary>Of a repository's deliveries that came to nothing so many are kept.</summary>
    private const int MostKept = 200;

    private const string Columns = """
        id AS Id, repository AS Repository, contest AS Contest, team AS Team, phase AS Phase, host_id AS HostId, body_sha256 AS BodySha256,
        ref AS Ref, wanted AS Wanted, state AS State, why AS Why, received AS Received, changed AS Changed, account AS Account,
        submission AS Submission, losses AS Losses
        """;

    public Delivery? Find(string id)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Delivery>($"SELECT {Columns} FROM delivery WHERE id = @id", new { id });
    }

    /// <summary>A team's deliveries, the newest first.</summary>
    public IReadOnlyList<Delivery> Of(string contest, string team, int most)
    {
        using DbConnection connection = database.Read();
        return connection.Query<Delivery>($"""
            SELECT {Columns} FROM delivery WHERE contest = @contest AND team = @team ORDER BY received DESC, id LIMIT @most
            """, new { contest, team, most }).AsList();
    }

    /// <summary>Puts a delivery into the inbox, unless it is there.</summary>
    /// <returns>The one that is there now: this, the same one from before, or one of the same commit.</returns>
    public Delivery Take(Delivery one) => database.Write(transaction =>
    {
        DbConnection connection = transaction.Connection!;
        if (connection.QuerySingleOrDefault<Delivery>(
            $"SELECT {Columns} FROM delivery WHERE repository = @Repository AND host_id = @HostId", one, transaction) is { } replayed)
            return replayed;
        if (one.State == DeliveryState.Received && Moved(transaction, one) is { } before)
            one = one with
            {
                State = DeliveryState.Refused,
                Why = $"{one.ShortRef} named {before[..7]} when it was pushed first, and that stands: a tag that moves is not followed. "
                    + "Push a new tag.",
            };
        if (one.State == DeliveryState.Received && connection.QueryFirstOrDefault<Delivery>($"""
            SELECT {Columns} FROM delivery WHERE team = @Team AND phase = @Phase AND wanted = @Wanted
                AND state IN ('received', 'fetching', 'submitted')
            """, one, transaction) is { } same)
            return same;
        connection.Execute("""
            INSERT INTO delivery (id, repository, contest, team, phase, host_id, body_sha256, ref, wanted, state, why, received, changed,
                account, losses)
            VALUES (@Id, @Repository, @Contest, @Team, @Phase, @HostId, @BodySha256, @Ref, @Wanted, @State, @Why, @Received, @Received,
                @Account, 0)
            """, one, transaction);
        connection.Execute("""
            DELETE FROM delivery WHERE repository = @Repository AND state IN ('refused', 'ignored') AND id NOT IN (SELECT id FROM delivery
                WHERE repository = @Repository AND state IN ('refused', 'ignored') ORDER BY received DESC, id LIMIT @MostKept)
            """, new { one.Repository, MostKept }, transaction);
        return one;
    });

    /// <summary>Gives the oldest delivery that waits to a worker, as long as it sends heartbeats.</summary>
    /// <returns>Null where none waits.</returns>
    public (Delivery Delivery, string Key)? Lease(string token, long until)
    {
        long now = clock.Now();
        using (DbConnection reader = database.Read())
        {
            if (Waiting(reader, null, now) is null)
                return null;
        }
        return database.Write<(Delivery, string)?>(transaction =>
        {
            if (Waiting(transaction.Connection!, transaction, now) is not { } found)
                return null;
            string key = Secret.New();
            transaction.Connection!.Execute("""
                UPDATE delivery SET state = 'fetching', lease_key = @key, token = @token, lease_until = @until, changed = @now,
                    losses = losses + 1
                WHERE id = @Id
                """, new { found.Id, key, token, until, now }, transaction);
            return (found with { State = DeliveryState.Fetching, Losses = found.Losses + 1 }, key);
        });
    }

    /// <returns>False where it is no longer that worker's.</returns>
    public bool Beat(string id, string key, string token, long until) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE delivery SET lease_until = @until WHERE id = @id AND lease_key = @key AND token = @token AND state = 'fetching'",
        new { id, key, token, until }, transaction)) == 1;

    /// <summary>The delivery of a lease, if that is who holds it.</summary>
    public Delivery? Held(string id, string key, string token)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Delivery>($"""
            SELECT {Columns} FROM delivery WHERE id = @id AND lease_key = @key AND token = @token AND state = 'fetching'
            """, new { id, key, token });
    }

    public void Refuse(string id, string why) => database.Write(transaction => Settle(transaction, id, DeliveryState.Refused, why, null));

    /// <summary>Somebody else may try.</summary>
    public void GiveBack(string id) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE delivery SET state = 'received', lease_key = NULL WHERE id = @id", new { id }, transaction));

    public void Submit(DbTransaction transaction, string id, string submission) =>
        Settle(transaction, id, DeliveryState.Submitted, "", submission);

    /// <summary>A refused delivery waits again.</summary>
    /// <returns>False where it is not refused, or its commit is in work or handed in by another delivery.</returns>
    public bool Again(string id, string phase) => database.Write(transaction => transaction.Connection!.Execute("""
        UPDATE delivery SET state = 'received', why = '', losses = 0, phase = @phase, changed = @now WHERE id = @id AND state = 'refused'
            AND NOT EXISTS (SELECT 1 FROM delivery AS other WHERE other.team = delivery.team AND other.phase = @phase
                AND other.wanted = delivery.wanted AND other.state IN ('received', 'fetching', 'submitted'))
        """, new { id, phase, now = clock.Now() }, transaction)) == 1;

    private void Settle(DbTransaction transaction, string id, string state, string why, string? submission) =>
        transaction.Connection!.Execute("""
            UPDATE delivery SET state = @state, why = @why, submission = @submission, lease_key = NULL, changed = @now WHERE id = @id
            """, new { id, state, why, submission, now = clock.Now() }, transaction);

    private static Delivery? Waiting(DbConnection connection, DbTransaction? transaction, long now) =>
        connection.QueryFirstOrDefault<Delivery>($"""
            SELECT {Columns} FROM delivery WHERE state = 'received' OR (state = 'fetching' AND lease_until < @now)
            ORDER BY received, id LIMIT 1
            """, new { now }, transaction);

    /// <summary>What a tag named when it came first, if that was something else.</summary>
    private static string? Moved(DbTransaction transaction, Delivery one) => one.Ref.StartsWith("refs/tags/", StringComparison.Ordinal)
        ? transaction.Connection!.QueryFirstOrDefault<string>("""
            SELECT wanted FROM delivery WHERE repository = @Repository AND ref = @Ref AND wanted <> @Wanted
                AND state IN ('received', 'fetching', 'submitted')
            """, one, transaction)
        : null;
}
