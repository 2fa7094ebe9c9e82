using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Documents;

/// <summary>The rows of documents: file names are people's, and erasable.</summary>
internal sealed class DocumentRows(Database database)
{
    private const string Columns = """
        id AS Id, contest AS Contest, phase AS Phase, team AS Team, account AS Account, kind AS Kind, file_name AS FileName,
        sha256 AS Sha256, bytes AS Bytes, received AS Received
        """;

    public Document? Find(string id)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Document>($"SELECT {Columns} FROM document WHERE id = @id", new { id });
    }

    /// <summary>A contest's documents, the newest first; of one phase and team where they are named.</summary>
    public IReadOnlyList<Document> Of(string contest, string? phase = null, string? team = null)
    {
        using DbConnection connection = database.Read();
        return connection.Query<Document>($"""
            SELECT {Columns} FROM document
            WHERE contest = @contest AND (@phase IS NULL OR phase = @phase) AND (@team IS NULL OR team = @team)
            ORDER BY received DESC, id
            """, new { contest, phase, team }).AsList();
    }

    public static void Add(DbTransaction transaction, Document document) => transaction.Connection!.Execute("""
        INSERT INTO document (id, contest, phase, team, account, kind, file_name, sha256, bytes, received)
        VALUES (@Id, @Contest, @Phase, @Team, @Account, @Kind, @FileName, @Sha256, @Bytes, @Received)
        """, document, transaction);

    /// <summary>A person's file names go; what was handed in stays the team's.</summary>
    public static void Erase(DbTransaction transaction, string account)
    {
        foreach ((string id, string name) in transaction.Connection!.Query<(string, string)>(
            "SELECT id, file_name FROM document WHERE account = @account", new { account }, transaction).AsList())
            transaction.Connection!.Execute("UPDATE document SET file_name = @erased WHERE id = @id",
                new { id, erased = "erased" + Path.GetExtension(name) }, transaction);
    }
}
