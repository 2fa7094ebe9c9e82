using Dapper;
using Microsoft.Data.Sqlite;

namespace Evaluator.Board.Store;

/// <summary>A table of the board's database.</summary>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    /// <summary>Where DbUp notes which scripts have run; each store has its own.</summary>
    public const string JournalOfPostgres = "schemaversions";

    private const string JournalOfSqlite = "SchemaVersions";

    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>The tables of a database of SQLite, in the order in which they were made: what others refer to comes first.</summary>
    public static IReadOnlyList<StoredTable> Of(SqliteConnection database) => [.. database.Query<string>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> @JournalOfSqlite "
        + "ORDER BY rowid", new { JournalOfSqlite }).AsList().Select(table => new StoredTable(table, ColumnsOf(database, table)))];

    private static IReadOnlyList<StoredColumn> ColumnsOf(SqliteConnection database, string table) => [.. database
        .Query<(string Name, string Type)>("SELECT name, type FROM pragma_table_info(@table) ORDER BY cid", new { table })
        .Select(column => new StoredColumn(column.Name, column.Type switch
        {
            "BIGINT" => true,
            "TEXT" => false,
            _ => throw new InvalidOperationException($"{table}.{column.Name} is {column.Type}; a board's columns are TEXT or BIGINT."),
        }))];
}
