using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.People;

/// <summary>Tokens for programs: of persons, and of workers.</summary>
internal sealed class Tokens(Database database, TimeProvider clock)
{
    /// <summary>The longest that a token lives; a forgotten one dies by itself.</summary>
    public static readonly TimeSpan MostLifetime = TimeSpan.FromDays(366);

    private const string Columns =
        "id AS Id, account AS Account, name AS Name, secret_sha256 AS SecretSha256, scope AS Scope, created AS Created, expires AS "
        + "Expires, last_used AS LastUsed, revoked AS Revoked";

    private const long UseIsNotedEvery = 60_000;

    /// <summary>Makes a token.</summary>
    /// <returns>Its secret, which nobody can read again.</returns>
    public string Make(string? account, string name, string scope, TimeSpan lifetime)
    {
        string secret = "evb_" + Secret.New();
        database.Write(transaction => Keep(transaction, secret, account, name, scope, lifetime));
        return secret;
    }

    /// <summary>Keeps a token whose secret is known already, within a transaction.</summary>
    public void Keep(DbTransaction transaction, string secret, string? account, string name, string scope, TimeSpan lifetime)
    {
        long now = clock.Now();
        transaction.Connection!.Execute("""
            INSERT INTO token (id, account, name, secret_sha256, scope, created, expires) VALUES (@id, @account, @name, @sha256, @scope,
            @now, @expires)
            """, new
        {
            id = Secret.Id('t'),
            account,
            name,
            sha256 = Secret.Sha256(secret),
            scope,
            now,
            expires = now + (long)lifetime.TotalMilliseconds
        }, transaction);
    }

    /// <summary>The token of a secret while it can be used; null otherwise. Its last use is noted, once a minute at most.</summary>
    public Token? Find(string secret)
    {
        Token? token;
        using (DbConnection connection = database.Read())
            token = connection.QuerySingleOrDefault<Token>(
                $"SELECT {Columns} FROM token WHERE secret_sha256 = @sha256", new { sha256 = Secret.Sha256(secret) });
        long now = clock.Now();
        if (token is null || !Secret.Is(secret, token.SecretSha256) || !token.IsUsable(now))
            return null;
        if (now - (token.LastUsed ?? 0) > UseIsNotedEvery)
            database.Write(transaction => transaction.Connection!.Execute(
                "UPDATE token SET last_used = @now WHERE id = @Id", new { token.Id, now }, transaction));
        return token;
    }

    public IReadOnlyList<Token> Of(string account)
    {
        using DbConnection connection = database.Read();
        return connection.Query<Token>(
            $"SELECT {Columns} FROM token WHERE account = @account AND revoked IS NULL ORDER BY created DESC", new { account }).AsList();
    }

    public IReadOnlyList<Token> OfWorkers()
    {
        using DbConnection connection = database.Read();
        return connection.Query<Token>(
            $"SELECT {Columns} FROM token WHERE scope = @scope ORDER BY created DESC", new { scope = Scopes.Work }).AsList();
    }

    /// <summary>Ends a token; with an account, only if it is that account's.</summary>
    public bool Revoke(string id, string? ofAccount) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE token SET revoked = @now WHERE id = @id AND revoked IS NULL AND (@ofAccount IS NULL OR account = @ofAccount)",
        new { id, ofAccount, now = clock.Now() }, transaction)) == 1;
}
