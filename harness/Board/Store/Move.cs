using Dapper;
using Evaluator.Board.Folder;
using Microsoft.Data.Sqlite;

namespace Evaluator.Board.Store;

/// <summary>How a board's database gets from its folder to PostgreSQL.</summary>
internal static class Move
{
    /// <summary>Carries the rows over, names the new database in <c>board.json</c>, and puts the old one aside. What was cut short before
    /// the settings were written has changed nothing of the board.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="BoardFolderException">The target is not empty, or the board is being served.</exception>
    public static long ToPostgres(BoardFolder board, BoardSettings settings, string address)
    {
        using (SqliteConnection from = SqliteDatabase.OpenAlone(board.DatabaseFile))
        {
            using PostgresDatabase to = PostgresDatabase.Open(address);
            long rows = to.TakeOver(from);
            board.Keep(settings with { Database = address });
            File.Move(board.DatabaseFile, board.DatabaseFile + ".moved", overwrite: true);
            return rows;
        }
    }

    /// <summary>Names a board's database in its settings, where nothing has to be carried over.</summary>
    /// <exception cref="BoardFolderException">The board's folder has accounts or contests in a database of its own.</exception>
    public static void Name(BoardFolder board, string address)
    {
        BoardSettings settings = BoardSettings.Read(board.SettingsFile);
        if (settings.Database == address)
            return;
        if (settings.Database is null && File.Exists(board.DatabaseFile) && HasBegun(board))
            throw new BoardFolderException($"{board.DatabaseFile} has accounts or contests. Carry them over first: `evaluator board move "
                + $"{board.Root} --database …`; then serve the board.");
        PostgresDatabase.Open(address).Dispose();
        board.Keep(settings with { Database = address });
        if (settings.Database is null)
            File.Delete(board.DatabaseFile);    // nothing but the link that `board new` printed; serving prints another one
    }

    private static bool HasBegun(BoardFolder board)
    {
        using SqliteConnection alone = SqliteDatabase.OpenAlone(board.DatabaseFile);
        return alone.ExecuteScalar<long>("SELECT (SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM entry)") > 0;
    }
}
