using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>What stands in a board's database, table by table, to see whether anything has changed.</summary>
internal sealed class StoredRows(string folder) : IDisposable
{
    private readonly Database database = Database.Open(BoardFolder.Open(folder));

    public void Dispose() => database.Dispose();

    /// <summary>
    /// As it is once nothing has changed for ten seconds: what was handed in before is being queued for a while, and a keeper that reads
    /// the whole log rests nine times as long as it worked.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> Settled()
    {
        IReadOnlyDictionary<string, string> last = Now();
        for (int look = 0, unchanged = 0; look < 240; look++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            IReadOnlyDictionary<string, string> now = Now();
            unchanged = Changed(last, now).Any() ? 0 : unchanged + 1;
            if (unchanged == 20)
                return now;
            last = now;
        }
        throw new TimeoutException("the board's database never came to rest");
    }

    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        now.Where(table => before[table.Key] != table.Value).Select(table => table.Key);

    /// <summary>A hash of each table's rows.</summary>
    public IReadOnlyDictionary<string, string> Now()
    {
        using DbConnection connection = database.Read();
        string[] tables = [.. connection.Query<string>(StoreUnderTest.IsPostgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")];
        return tables.ToDictionary(table => table, table => HashOf(connection, table));
    }

    private static string HashOf(DbConnection connection, string table)
    {
        using IDataReader reader = connection.ExecuteReader($"SELECT * FROM \"{table}\"");
        List<string> rows = [];
        object[] values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.Add(string.Join('\u0001', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
        }
        rows.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u0002', rows))));
    }
}
