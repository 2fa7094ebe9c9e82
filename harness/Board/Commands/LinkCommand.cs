using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commands;

/// <summary><c>link FOLDER</c>: a new one-time link for an organiser, for whoever has the folder.</summary>
internal static class LinkCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    public static Command Create()
    {
        Command command = new(
            "link", "Print a new one-time link that makes an organiser's account; also while the board is served.") { Folder };
        command.SetAction(Print);
        return command;
    }

    private static int Print(ParseResult command)
    {
        BoardFolder folder = BoardFolder.Open(command.GetRequiredValue(Folder));
        using Database database = Database.Open(folder);
        string code = OrganiserLink.Make(new Invitations(database, TimeProvider.System));
        Console.WriteLine(OrganiserLink.Address(BoardSettings.Read(folder.SettingsFile).Urls.Split(';')[0], code));
        return 0;
    }
}
