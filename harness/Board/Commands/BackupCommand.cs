using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commands;

/// <summary><c>backup FOLDER TO</c>: a copy of a board while it runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Argument<string> To = new("TO")
    {
        Description = "Where the backup is to be; blobs that are there already are not copied again.",
    };

    private static readonly Option<bool> WithSecrets = new("--with-secrets")
    {
        Description = "Take keys and answers (secret/) along. Without, they never leave the machine.",
    };

    public static Command Create()
    {
        Command command = new("backup", """
            Copy a board while it runs: first the database in one consistent piece, then what its rows name. Keys and answers only when
            asked for.
            Backing up again into the same folder copies only what is new.
            """)
        {
            Folder, To, WithSecrets,
        };
        command.SetAction(BackUp);
        return command;
    }

    private static int BackUp(ParseResult command)
    {
        BoardFolder board = BoardFolder.Open(command.GetRequiredValue(Folder));
        BackupReport report = Backup.Make(board, command.GetRequiredValue(To), command.GetValue(WithSecrets));
        Console.WriteLine(
            $"backed up {report.Blobs:N0} files of {report.Bytes:N0} bytes ({report.New:N0} of them new) and the database to "
            + $"{command.GetRequiredValue(To)}");
        Console.WriteLine(command.GetValue(WithSecrets) ? "keys and answers are in it: guard it as you guard the board"
            : "without keys and answers (--with-secrets takes them along)");
        return 0;
    }
}
