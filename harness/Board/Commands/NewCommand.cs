using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commands;

/// <summary><c>new FOLDER</c>: makes a board's folder and prints the organiser's one-time link.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "Where the board's folder is to be; it must not exist, or be empty.",
    };

    private static readonly Option<string> BoardName = new("--name")
    {
        Description = "The board's name in the heads of the pages.",
        DefaultValueFactory = _ => "Evaluator",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where it will listen, as http://127.0.0.1:8080; kept in board.json.",
        DefaultValueFactory = _ => new BoardSettings().Urls,
    };

    private static readonly Option<string?> DatabaseAddress = new("--database")
    {
        Description = "A PostgreSQL database, as \"Host=db.example.org;Database=board;Username=board\"; kept in board.json. "
            + "Otherwise SQLite in the folder.",
    };

    public static Command Create()
    {
        Command command = new(
            "new", "Make a board's folder (settings, database, blobs, keys) and print the organiser's one-time link.") { Folder, BoardName,
            Urls, DatabaseAddress };
        command.SetAction(Make);
        return command;
    }

    private static int Make(ParseResult command)
    {
        string path = command.GetRequiredValue(Folder);
        BoardSettings settings = new()
        {
            Name = command.GetRequiredValue(BoardName),
            Urls = command.GetRequiredValue(Urls),
            Database = command.GetValue(DatabaseAddress),
        };
        BoardFolder folder = BoardFolder.Make(path, settings);
        using Database database = Database.Open(folder);
        string code = OrganiserLink.Make(new Invitations(database, TimeProvider.System));
        Console.WriteLine($"""
            made {path}
            The organiser's link, good once within {OrganiserLink.Days} days, as soon as the board is served:
              {OrganiserLink.Address(settings.Urls.Split(';')[0], code)}
            Next: evaluator board add {path} CHALLENGE, then evaluator board serve {path}
            """);
        return 0;
    }
}
