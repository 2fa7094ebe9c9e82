using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.People;

/// <summary>The links that organisers hand out.</summary>
internal sealed class Invitations(Database database, TimeProvider clock)
{
    private const string Columns =
        "code_sha256 AS CodeSha256, role AS Role, contest AS Contest, note AS Note, uses_left AS UsesLeft, made_by AS MadeBy, created "
        + "AS Created, expires AS Expires, revoked AS Revoked";

    /// <summary>Makes an invitation.</summary>
    /// <returns>Its code, which nobody can read again.</returns>
    public string Make(string role, string? contest, string note, int uses, TimeSpan lifetime, string? madeBy) =>
        Keep(Secret.New(), role, contest, note, uses, lifetime, madeBy)!;

    /// <summary>Makes an invitation with a code that people can read off a wall, for a walk-in contest; null where the code was used
    /// before.</summary>
    public string? MakeEventCode(string code, string contest, int uses, TimeSpan lifetime, string madeBy) =>
        Keep(code, Roles.Competitor, contest, "event code", uses, lifetime, madeBy);

    private string? Keep(string code, string role, string? contest, string note, int uses, TimeSpan lifetime, string? madeBy)
    {
        long now = clock.Now();
        int made = database.Write(transaction => transaction.Connection!.Execute("""
            INSERT INTO invitation (code_sha256, role, contest, note, uses_left, made_by, created, expires)
            VALUES (@sha256, @role, @contest, @note, @uses, @madeBy, @now, @expires)
            ON CONFLICT (code_sha256) DO NOTHING
            """, new
        {
            sha256 = Secret.Sha256(code),
            role,
            contest,
            note,
            uses,
            madeBy,
            now,
            expires = now + (long)lifetime.TotalMilliseconds
        }, transaction));
        return made == 1 ? code : null;
    }

    /// <summary>The invitation of a code while it can be used; null otherwise.</summary>
    public Invitation? Find(string code)
    {
        using DbConnection connection = database.Read();
        Invitation? found = connection.QuerySingleOrDefault<Invitation>(
            $"SELECT {Columns} FROM invitation WHERE code_sha256 = @sha256", new { sha256 = Secret.Sha256(code) });
        return found is not null && Secret.Is(code, found.CodeSha256) && found.IsUsable(clock.Now()) ? found : null;
    }

    /// <summary>Takes one use of an invitation; false where none is left.</summary>
    public bool Use(DbTransaction transaction, Invitation invitation) => transaction.Connection!.Execute("""
        UPDATE invitation SET uses_left = uses_left - 1 WHERE code_sha256 = @CodeSha256 AND uses_left > 0 AND revoked IS NULL AND expires >
        @now
        """, new { invitation.CodeSha256, now = clock.Now() }, transaction) == 1;

    /// <returns>Whether there was one to revoke.</returns>
    public bool Revoke(string sha256) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE invitation SET revoked = @now WHERE code_sha256 = @sha256 AND revoked IS NULL", new { sha256, now = clock.Now() },
            transaction)) == 1;

    public IReadOnlyList<Invitation> All()
    {
        using DbConnection connection = database.Read();
        return connection.Query<Invitation>($"SELECT {Columns} FROM invitation ORDER BY created DESC").AsList();
    }
}
