using System.Data;
using System.Data.Common;
using Dapper;
using DbUp;
using Evaluator.Board.Folder;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Evaluator.Board.Store;

/// <summary>A board's database as a schema of a PostgreSQL server: for a board of many teams, whose database has a machine and an
/// administrator of its own.</summary>
/// <remarks>
/// One transaction writes at a time: behind a lock of this process, and behind an advisory lock of the schema for other processes (`board
/// add` beside a running server). The lock is the board's and not a contest's: names, invitations, tokens and the turns of the queue are
/// of all contests. It is taken first, and each statement after it sees what is committed by then (READ COMMITTED), so what is decided
/// inside holds when it is written, as with SQLite.
/// synchronous_commit=on, whatever the server's default is: what was acknowledged survives a power cut of the server.
/// A connection that died with the server is found at the lock, before anything was done, and is replaced.
/// </remarks>
internal sealed class PostgresDatabase : Database
{
    /// <summary>A server takes 100 connections by default, from everybody. What comes first can be said otherwise in the address.</summary>
    private const string Unsaid = "Maximum Pool Size=40;Max Auto Prepare=64;Application Name=evaluator board;Include Error Detail=true;";

    private const string Durable = "-c synchronous_commit=on";

    private const string OneWriter = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 0))";
    private const string OneMigration = "SELECT pg_advisory_lock(hashtextextended(current_schema(), 1))";

    private readonly NpgsqlDataSource source;
    private readonly Lock oneWriter = new();

    private PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    /// <summary>Opens a database, its tables made or brought up to date first.</summary>
    /// <param name="address">A connection string of Npgsql; <c>Search Path</c> names the schema, made where it is not there yet.</param>
    /// <exception cref="BoardFolderException">The address is none, or the server does not keep what a board promises.</exception>
    public static PostgresDatabase Open(string address)
    {
        NpgsqlConnectionStringBuilder settings = Settings(address);
        using (NpgsqlConnection first = new(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }
            .ConnectionString))
        {
            first.Open();
            string schema = Checked(first);
            first.Execute(OneMigration);
            NpgsqlConnectionStringBuilder unpooled = new(settings.ConnectionString) { Pooling = false };
            Migrations.Apply(DeployChanges.To.PostgresqlDatabase(unpooled.ConnectionString, schema)
                .JournalToPostgresqlTable(schema, StoredTable.JournalOfPostgres)
                .WithPreprocessor(new ByteOrder()));
        }
        return new PostgresDatabase(NpgsqlDataSource.Create(settings));
    }

    /// <summary>Whether what was asked for holds the one character that this store keeps in no text, U+0000: the sender's doing.</summary>
    /// <remarks>SQLite takes it, and finds nothing.</remarks>
    public static bool RefusesTheText(Exception? fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire };

    public override DbConnection Read() => source.OpenConnection();

    public override T Write<T>(Func<DbTransaction, T> work)
    {
        lock (oneWriter)
        {
            using NpgsqlConnection connection = source.OpenConnection();
            NpgsqlTransaction transaction;
            try
            {
                transaction = Begin(connection);
            }
            catch (NpgsqlException) when (connection.State is ConnectionState.Closed or ConnectionState.Broken)
            {
                connection.Close();
                connection.Open();
                transaction = Begin(connection);
            }
            using (transaction)
            {
                T result = work(transaction);
                transaction.Commit();
                return result;
            }
        }
    }

    /// <summary>A copy as a file of SQLite, out of one snapshot.</summary>
    /// <remarks>Not pg_dump's: that has to be installed here and as new as the server, and its text is for PostgreSQL alone. So every
    /// backup is of one kind, and can be opened and restored without a server.</remarks>
    public override void BackUp(string file)
    {
        SqliteDatabase.Open(file).Dispose();
        using SqliteConnection to = SqliteDatabase.OpenAlone(file);
        using NpgsqlConnection from = source.OpenConnection();
        using NpgsqlTransaction snapshot = from.BeginTransaction(IsolationLevel.RepeatableRead);
        StoreCopy.ToSqlite(from, to);
    }

    /// <summary>Takes over all rows of a database of SQLite, or, when it throws, none.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="BoardFolderException">There are rows here already.</exception>
    public long TakeOver(SqliteConnection from) => Write(transaction =>
    {
        NpgsqlConnection to = (NpgsqlConnection)transaction.Connection!;
        if (StoreCopy.NotEmpty(from, to) is { } table)
            throw new BoardFolderException($"""
                the database is not empty: its table {table} has rows. A board wants a schema of its own: name another one
                ("…;Search Path=board2", made where it is not there yet), or drop what is in this one.
                """);
        return StoreCopy.ToPostgres(from, to);
    });

    public override void Dispose() => source.Dispose();

    private static NpgsqlTransaction Begin(NpgsqlConnection connection)
    {
        NpgsqlTransaction transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        connection.Execute(OneWriter, transaction: transaction);
        return transaction;
    }

    private static NpgsqlConnectionStringBuilder Settings(string address)
    {
        try
        {
            NpgsqlConnectionStringBuilder settings = new(Unsaid + address);
            settings.Options = settings.Options is { Length: > 0 } others ? $"{others} {Durable}" : Durable;
            return settings;
        }
        catch (ArgumentException wrong)
        {
            throw new BoardFolderException(
                $"the database's address is not one: {wrong.Message} Expected is \"Host=db.example.org;Database=board;Username=board\"; a "
                + "password is better kept in ~/.pgpass or PGPASSWORD.");
        }
    }

    /// <returns>The schema in which the board's tables are.</returns>
    private static string Checked(NpgsqlConnection connection)
    {
        (string encoding, string fsync, string? schema) = connection.QuerySingle<(string, string, string?)>(
            "SELECT current_setting('server_encoding'), current_setting('fsync'), current_schema()::text");
        if (encoding != "UTF8")
            throw new BoardFolderException($"the database's encoding is {encoding}; a board wants UTF8 (createdb -E UTF8 -T template0).");
        if (fsync != "on")
            throw new BoardFolderException("the server runs with fsync off: it acknowledges what a power cut takes away. A board promises "
                + "more; put fsync = on into postgresql.conf.");
        if (schema is not null)
            return schema;
        string wanted = connection.ExecuteScalar<string>("SELECT current_setting('search_path')")!.Split(',')[0].Trim().Trim('"');
        connection.Execute($"CREATE SCHEMA IF NOT EXISTS \"{wanted.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        return connection.ExecuteScalar<string?>("SELECT current_schema()::text")
            ?? throw new BoardFolderException($"the database has no schema \"{wanted}\", and it could not be made.");
    }
}
