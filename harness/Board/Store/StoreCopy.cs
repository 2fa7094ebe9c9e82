using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Evaluator.Board.Store;

/// <summary>Carries all rows of a board's database from one store to the other, each as it is: log lines byte for byte.</summary>
/// <remarks>Both have run the same scripts; SQLite's catalogue says which tables and columns there are, so a new script needs nothing
/// here.</remarks>
internal static class StoreCopy
{
    /// <summary>Has a row from the start.</summary>
    private const string Probe = "probe";

    /// <returns>A table that has rows; null where there is none.</returns>
    public static string? NotEmpty(SqliteConnection like, NpgsqlConnection database) => StoredTable.Of(like)
        .Where(table => table.Name != Probe)
        .FirstOrDefault(table => database.ExecuteScalar<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM {table.Name} LIMIT 1) AS one") > 0)
        ?.Name;

    /// <returns>How many rows there were.</returns>
    public static long ToPostgres(SqliteConnection from, NpgsqlConnection to)
    {
        long rows = 0;
        to.Execute($"DELETE FROM {Probe}");
        foreach (StoredTable table in StoredTable.Of(from))
        {
            using NpgsqlBinaryImporter import = to.BeginBinaryImport(
                $"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
            using IDataReader reader = from.ExecuteReader($"SELECT {table.ColumnList} FROM {table.Name}");
            while (reader.Read())
            {
                import.StartRow();
                for (int place = 0; place < table.Columns.Count; place++)
                {
                    if (reader.IsDBNull(place))
                        import.WriteNull();
                    else if (table.Columns[place].IsNumber)
                        import.Write(reader.GetInt64(place), NpgsqlDbType.Bigint);
                    else
                        import.Write(reader.GetString(place), NpgsqlDbType.Text);
                }
                rows++;
            }
            import.Complete();
        }
        return rows;
    }

    /// <returns>How many rows there were.</returns>
    public static long ToSqlite(NpgsqlConnection from, SqliteConnection to)
    {
        long rows = 0;
        to.Execute($"DELETE FROM {Probe}");
        foreach (StoredTable table in StoredTable.Of(to))
        {
            using SqliteCommand insert = to.CreateCommand();
            insert.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES "
                + $"({string.Join(", ", table.Columns.Select(column => "@" + column.Name))})";
            foreach (StoredColumn column in table.Columns)
                insert.Parameters.Add(new SqliteParameter("@" + column.Name, column.IsNumber ? SqliteType.Integer : SqliteType.Text));
            using IDataReader reader = from.ExecuteReader($"SELECT {table.ColumnList} FROM {table.Name}");
            while (reader.Read())
            {
                for (int place = 0; place < table.Columns.Count; place++)
                    insert.Parameters[place].Value = reader.GetValue(place);    // a text, a long, or DBNull
                insert.ExecuteNonQuery();
                rows++;
            }
        }
        to.Execute("COMMIT");
        return rows;
    }
}
