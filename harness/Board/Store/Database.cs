using System.Data.Common;
using Evaluator.Board.Folder;

namespace Evaluator.Board.Store;

/// <summary>
/// The board's database: SQLite in the board's folder, or PostgreSQL where <c>board.json</c> names one. What is a store's own (how it is
/// reached and kept durable, how there is one writer, a copy while others write) is in its class and nowhere else; all other SQL is of the
/// dialect that both speak.
/// </summary>
internal abstract class Database : IDisposable
{
    /// <summary>Opens the database of a board, made or brought up to date first.</summary>
    public static Database Open(BoardFolder folder) => Open(folder, BoardSettings.Read(folder.SettingsFile));

    /// <summary>Opens the database that these settings name, made or brought up to date first.</summary>
    public static Database Open(BoardFolder folder, BoardSettings settings) => settings.Database is { } address
        ? PostgresDatabase.Open(address)
        : SqliteDatabase.Open(folder.DatabaseFile);

    /// <summary>A connection for reading; closed by the caller, who holds it for one question and never while somebody else is waited
    /// for.</summary>
    public abstract DbConnection Read();

    /// <summary>Does work as the one writer: all of it or, when it throws, nothing. It is on the disk when this returns.</summary>
    public abstract T Write<T>(Func<DbTransaction, T> work);

    public void Write(Action<DbTransaction> work) => Write<bool>(transaction =>
    {
        work(transaction);
        return true;
    });

    /// <summary>A consistent copy in one new file of SQLite, while others read and write.</summary>
    public abstract void BackUp(string file);

    public abstract void Dispose();
}
