using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commands;

/// <summary><c>move FOLDER --database …</c>: a board goes from SQLite to PostgreSQL.</summary>
internal static class MoveCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Option<string> Address = new("--database")
    {
        Description = "The PostgreSQL database, as \"Host=db.example.org;Database=board;Username=board\"; it has to be empty.",
        Required = true,
    };

    public static Command Create()
    {
        Command command = new("move", """
            Carry a board's database from SQLite to PostgreSQL, row by row as it is: log, hashes, ids. All of it or nothing; the board must
            not be served meanwhile. Files stay in the folder, board.json names the new database, and the old one is put aside.
            Back again: `evaluator board backup`, then `evaluator board restore` without --database.
            """)
        {
            Folder, Address,
        };
        command.SetAction(Carry);
        return command;
    }

    private static int Carry(ParseResult command)
    {
        BoardFolder board = BoardFolder.Open(command.GetRequiredValue(Folder));
        BoardSettings settings = BoardSettings.Read(board.SettingsFile);
        if (settings.Database is not null)
            throw new BoardFolderException($"{board.SettingsFile} names a PostgreSQL database already; there is nothing to move.");
        long rows = Move.ToPostgres(board, settings, command.GetRequiredValue(Address));
        Console.WriteLine($"moved {rows:N0} rows; {board.SettingsFile} names the database, and the old one is {board.DatabaseFile}.moved");
        return 0;
    }
}
