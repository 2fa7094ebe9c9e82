using System.Data.Common;
using Dapper;
using DbUp;
using Evaluator.Board.Folder;
using Microsoft.Data.Sqlite;

namespace Evaluator.Board.Store;

/// <summary>A board's database as one file of SQLite in its folder: nothing to install, nothing to run.</summary>
/// <remarks>
/// WAL lets readers go on while the one writer writes. synchronous=FULL: what was acknowledged survives a power cut; it costs one fsync a
/// commit.
/// secure_delete: what a person had erased is overwritten, not only unlinked.
/// One connection writes, behind a lock of this process and behind BEGIN IMMEDIATE for other processes (`board add` beside a running
/// server).
/// </remarks>
internal sealed class SqliteDatabase : Database
{
    private const string EachConnection = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA "
        + "secure_delete=ON;";

    private readonly string readers;
    private readonly SqliteConnection writer;
    private readonly Lock oneWriter = new();

    private SqliteDatabase(string file)
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

    /// <summary>Opens a file, made or brought up to date first.</summary>
    public static SqliteDatabase Open(string file)
    {
        string unpooled = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;
        using (SqliteConnection first = new(unpooled))
        {
            first.Open();
            Execute(first, "PRAGMA journal_mode=WAL;");
        }
        Migrations.Apply(DeployChanges.To.SqliteDatabase(unpooled));
        return new SqliteDatabase(file);
    }

    /// <summary>Opens a file, up to date, that no other process has open, and keeps all others out until it is closed.</summary>
    /// <exception cref="BoardFolderException">Somebody has it open.</exception>
    public static SqliteConnection OpenAlone(string file)
    {
        Open(file).Dispose();
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = 1,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout=1000;");
            // WAL is left by one alone who has the file open, or not at all, and then the answer is what it was
            // (https://sqlite.org/pragma.html#pragma_journal_mode). A server keeps the file open.
            if (connection.ExecuteScalar<string>("PRAGMA journal_mode=DELETE") == "delete")
            {
                Execute(connection, "BEGIN EXCLUSIVE;");
                return connection;
            }
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)    // SQLITE_BUSY, SQLITE_LOCKED
        {
        }
        connection.Dispose();
        throw new BoardFolderException($"{file} is open in another process: end `evaluator board serve` first.");
    }

    public override DbConnection Read()
    {
        SqliteConnection connection = new(readers);
        Prepare(connection);
        return connection;
    }

    public override T Write<T>(Func<DbTransaction, T> work)
    {
        lock (oneWriter)
        {
            using SqliteTransaction transaction = writer.BeginTransaction(deferred: false);
            T result = work(transaction);
            transaction.Commit();
            return result;
        }
    }

    public override void BackUp(string file)
    {
        using SqliteConnection connection = new(readers);
        Prepare(connection);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.AddWithValue("@file", file);
        command.ExecuteNonQuery();
    }

    public override void Dispose()
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
