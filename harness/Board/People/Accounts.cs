using System.Data.Common;
using Dapper;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Microsoft.AspNetCore.Identity;

namespace Evaluator.Board.People;

/// <summary>The accounts of a board.</summary>
internal sealed class Accounts(Database database, TimeProvider clock)
{
    public const int LeastPasswordLength = 10;
    public const int MostPasswordLength = 200;

    private const string Columns = "id AS Id, handle AS Handle, password_hash AS PasswordHash, role AS Role, stamp AS Stamp, created "
        + "AS Created, erased AS Erased";

    private readonly PasswordHasher<string> hasher = new();

    /// <summary>Why a text cannot be a password; null where it can.</summary>
    public static string? PasswordFault(string? password) => (password ?? "").Length switch
    {
        < LeastPasswordLength => $"A password has at least {LeastPasswordLength} characters.",
        > MostPasswordLength => $"A password has at most {MostPasswordLength} characters.",
        _ => null,
    };

    /// <summary>Makes an account within a transaction; null where the name, or one that looks like it, is taken.</summary>
    public Account? Make(DbTransaction transaction, string handle, string password, string role)
    {
        string name = Name.Tidy(handle);
        return Keep(transaction, name, hasher.HashPassword(name, password), role);
    }

    /// <summary>Makes an account that no password opens, only a token.</summary>
    public Account? MakeWithoutPassword(DbTransaction transaction, string handle, string role) =>
        Keep(transaction, Name.Tidy(handle), passwordHash: "", role);

    private Account? Keep(DbTransaction transaction, string name, string passwordHash, string role)
    {
        Account account = new(Secret.Id('a'), name, passwordHash, role, Secret.Id('s'), clock.Now(), null);
        int made = transaction.Connection!.Execute("""
            INSERT INTO account (id, handle, handle_key, password_hash, role, stamp, created)
            VALUES (@Id, @Handle, @Key, @PasswordHash, @Role, @Stamp, @Created)
            ON CONFLICT (handle_key) DO NOTHING
            """, new
        {
            account.Id,
            account.Handle,
            Key = Name.KeyOf(name),
            account.PasswordHash,
            account.Role,
            account.Stamp,
            account.Created
        }, transaction);
        return made == 1 ? account : null;
    }

    /// <summary>Takes back an account that was made in the same transaction.</summary>
    public static void Remove(DbTransaction transaction, string id) =>
        transaction.Connection!.Execute("DELETE FROM account WHERE id = @id", new { id }, transaction);

    public Account? Find(string id)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Account>($"SELECT {Columns} FROM account WHERE id = @id AND erased IS NULL", new { id });
    }

    /// <summary>The account of a name, or of one that looks the same; null where there is none.</summary>
    public Account? FindByHandle(string handle)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Account>(
            $"SELECT {Columns} FROM account WHERE handle_key = @key AND erased IS NULL", new { key = Name.KeyOf(Name.Tidy(handle)) });
    }

    /// <summary>The account of a name and its password. Takes as long for a name that nobody has, so that names cannot be asked
    /// for.</summary>
    public Account? SignIn(string handle, string password)
    {
        using DbConnection connection = database.Read();
        Account? account = connection.QuerySingleOrDefault<Account>(
            $"SELECT {Columns} FROM account WHERE handle_key = @key AND erased IS NULL", new { key = Name.KeyOf(Name.Tidy(handle)) });
        string hash = account?.PasswordHash ?? hasher.HashPassword("", "no such account");
        bool right = hasher.VerifyHashedPassword(account?.Handle ?? "", hash, password) != PasswordVerificationResult.Failed;
        return right ? account : null;
    }

    /// <summary>Sets a new password; sessions signed in with the old one end.</summary>
    public void SetPassword(Account account, string password) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE account SET password_hash = @hash, stamp = @stamp WHERE id = @Id",
        new { account.Id, hash = hasher.HashPassword(account.Handle, password), stamp = Secret.Id('s') }, transaction));

    /// <summary>Sets the password that somebody who knows the one of now wants; their sessions end.</summary>
    public Outcome<Account> ChangePassword(string handle, string? old, string? fresh)
    {
        if (PasswordFault(fresh) is { } weak)
            return Refusal.Invalid(weak);
        if (SignIn(handle, old ?? "") is not { } account)
            return Refusal.Forbidden("That is not your password now.");
        SetPassword(account, fresh!);
        return Find(account.Id)!;
    }

    public void SetRole(string id, string role) => database.Write(transaction => transaction.Connection!.Execute(
        "UPDATE account SET role = @role WHERE id = @id AND erased IS NULL", new { id, role }, transaction));

    /// <summary>Erases what is known of a person; the id stays, since the log names it.</summary>
    public static void Erase(DbTransaction transaction, string id, long now)
    {
        DbConnection connection = transaction.Connection!;
        connection.Execute("""
            UPDATE account SET handle = 'erased', handle_key = id, password_hash = '', stamp = '', erased = @now WHERE id = @id
            """, new { id, now }, transaction);
        connection.Execute("DELETE FROM token WHERE account = @id", new { id }, transaction);
    }

    public IReadOnlyList<Account> All()
    {
        using DbConnection connection = database.Read();
        return connection.Query<Account>($"SELECT {Columns} FROM account WHERE erased IS NULL ORDER BY handle").AsList();
    }

    public long Count()
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM account");
    }

    public bool HasOrganiser()
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM account WHERE role = @role AND erased IS NULL", new { role = Roles.Organiser }) > 0;
    }

    /// <summary>The names of some accounts, "erased" for those that are.</summary>
    public IReadOnlyDictionary<string, string> Handles(IEnumerable<string> ids)
    {
        TextList list = new(ids);
        using DbConnection connection = database.Read();
        return connection.Query<(string Id, string Handle)>($"SELECT id, handle FROM account WHERE id IN {list.Sql}", list.Values)
            .ToDictionary(row => row.Id, row => row.Handle);
    }
}
