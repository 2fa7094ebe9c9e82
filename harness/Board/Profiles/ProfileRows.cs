using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Profiles;

/// <summary>The rows of profiles: erasable, so not in any log.</summary>
internal sealed class ProfileRows(Database database)
{
    private const string Columns = "account AS Account, shown AS Shown, about AS About";

    public ProfileRow Of(string account)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<ProfileRow>($"SELECT {Columns} FROM profile WHERE account = @account", new { account })
            ?? new ProfileRow(account, 0, "");
    }

    /// <summary>All that anybody shows.</summary>
    public IReadOnlyList<ProfileRow> Shown()
    {
        using DbConnection connection = database.Read();
        return connection.Query<ProfileRow>($"SELECT {Columns} FROM profile WHERE shown <> 0").AsList();
    }

    public void Set(ProfileRow row) => database.Write(transaction => transaction.Connection!.Execute("""
        INSERT INTO profile (account, shown, about) VALUES (@Account, @Shown, @About)
        ON CONFLICT (account) DO UPDATE SET shown = excluded.shown, about = excluded.about
        """, row, transaction));

    /// <summary>What other boards signed for a person, the newest first; only of boards whose word is taken.</summary>
    public IReadOnlyList<ElsewhereRow> Elsewhere(string account)
    {
        using DbConnection connection = database.Read();
        return connection.Query<ElsewhereRow>("""
            SELECT profile_elsewhere.id AS Id, account AS Account, known_board.name AS Board, text AS Text, received AS Received
            FROM profile_elsewhere JOIN known_board ON known_board.key_id = profile_elsewhere.key_id
            WHERE account = @account ORDER BY received DESC, profile_elsewhere.id
            """, new { account }).AsList();
    }

    public static void Erase(DbTransaction transaction, string account)
    {
        foreach (string table in (string[])["profile", "profile_nonce", "profile_elsewhere"])
            transaction.Connection!.Execute($"DELETE FROM {table} WHERE account = @account", new { account }, transaction);
    }
}
