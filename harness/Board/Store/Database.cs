using System.Data.Common;
using Evaluator.Board.Folder;
using Microsoft.Data.Sqlite;

namespace Evaluator.Board.Store;

/// <summary>
/// The board's database, here SQLite. What is SQLite's own (pragmas, the way to be the one writer, a backup while it runs) is in this file;
/// all other SQL is of the dialect
/// that PostgreSQL speaks too.
/// </summary>
/// <remarks>
/// WAL lets readers go on while the one writer writes. synchronous=FULL: what was acknowledged survives a power cut; it costs one fsync a
/// commit.
/// secure_delete: what a person had erased is overwritten, not only unlinked.
/// One connection writes, behind a lock of this process and behind BEGIN IMMEDIATE for other processes (`board add` beside a running
/// server).
/// </remarks>
internal sealed class Database : IDisposable
{
    private const string EachConnection = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA "
        + "secure_delete=ON;";

    private readonly string readers;
    private readonly SqliteConnection writer;
    private readonly Lock oneWriter = new();

    private Database(string file)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = 30,
            Pooling = true
        };
        readers = settings.ConnectionString;
        settings.Pooling = false;
        writer = new SqliteConnection(settings.ConnectionString);
        Prepare(writer);
    }

    /// <summary>Opens the database of a board, made or brought up to date first.</summary>
    public static Database Open(BoardFolder folder)
    {
        using (SqliteConnection first = new(
            new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile, Pooling = false }.ConnectionString))
        {
            first.Open();
            Execute(first, "PRAGMA journal_mode=WAL;");
        }
        Migrations.Migrate(new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile, Pooling = false }.ConnectionString);
        return new Database(folder.DatabaseFile);
    }

    /// <summary>A connection for reading; closed by the caller.</summary>
    public DbConnection Read()
    {
        SqliteConnection connection = new(readers);
        Prepare(connection);
        return connection;
    }

    /// <summary>Does work as the one writer: all of it or, when it throws, nothing. It is on the disk when this returns.</summary>
    public T Write<T>(Func<DbTransaction, T> work)
    {
        lock (oneWriter)
        {
            using SqliteTransaction transaction = writer.BeginTransaction(deferred: false);
            T result = work(transaction);
            transaction.Commit();
            return result;
        }
    }

    public void Write(Action<DbTransaction> work) => Write<bool>(transaction =>
    {
        work(transaction);
        return true;
    });

    /// <summary>A consistent copy in one new file, while others read and write.</summary>
    public void BackUp(string file)
    {
        using SqliteConnection connection = new(readers);
        Prepare(connection);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.AddWithValue("@file", file);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        writer.Dispose();
        using SqliteConnection pooled = new(readers);
        SqliteConnection.ClearPool(pooled);
    }

    private static void Prepare(SqliteConnection connection)
    {
        connection.Open();
        Execute(connection, EachConnection);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
