using System.CommandLine;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commands;

/// <summary><c>restore BACKUP FOLDER</c>: a board out of a backup, and what is missing in it.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> From = new("BACKUP") { Description = "The folder that `backup` made." };

    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "Where the board is to be; it must not exist, or be empty.",
    };

    private static readonly Option<string?> DatabaseAddress = new("--database")
    {
        Description = "A PostgreSQL database to restore into, as \"Host=db.example.org;Database=board\"; otherwise the folder's board.db.",
    };

    public static Command Create()
    {
        Command command = new("restore",
            "Make a board's folder out of a backup. Says what is missing: answers, keys, files that the backup lacks.")
        {
            From, Folder, DatabaseAddress,
        };
        command.SetAction(Restore);
        return command;
    }

    private static int Restore(ParseResult command)
    {
        IReadOnlyList<string> missing = Backup.Restore(
            command.GetRequiredValue(From), command.GetRequiredValue(Folder), command.GetValue(DatabaseAddress));
        Console.WriteLine($"restored {command.GetRequiredValue(Folder)}");
        foreach (string line in missing)
            Console.WriteLine($"missing: {line}");
        return 0;
    }
}
