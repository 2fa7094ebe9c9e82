using System.CommandLine;
using Evaluator.Cli.Boards;

namespace Evaluator.Cli.Commands.Board;

/// <summary>
/// <c>evaluator board</c>: a contest on the web. Some of its commands are the web process's own; they are handed on to it as they stand.
/// </summary>
internal static class BoardCommand
{
    private static readonly (string Name, string Description)[] OfWebProcess =
    [
        ("new", "Make a board's folder, and print the organiser's one-time link."),
        ("link", "Print another one-time link for an organiser."),
        ("worker", "Make a token for a worker on another machine."),
        ("backup", "Copy a board while it is served."),
        ("restore", "Make a board's folder out of a backup."),
        ("move", "Carry a board from SQLite to PostgreSQL."),
    ];

    public static Command Create()
    {
        var command = new Command("board", """
            Hold a contest on the web: hand in, see where one stands, phases and quotas, workers.

            Examples:
              evaluator board new my-board
              evaluator board add my-board my-challenge
              evaluator board serve my-board
              evaluator board verify boston.ndjson
              evaluator board receipt s4k2m7q.receipt.json --log boston.ndjson
            """)
        {
            ServeCommand.Create(), AddCommand.Create(), WorkCommand.Create(), VerifyCommand.Create(), ReceiptCommand.Create(),
        };
        foreach ((string name, string description) in OfWebProcess)
            command.Add(new Command(name, description));
        return command;
    }

    /// <summary>Whether a command line is the web process's own. It has its own help, and its own words for what is wrong.</summary>
    public static bool IsOfWebProcess(IReadOnlyList<string> args) =>
        args is ["board", var name, ..] && Array.Exists(OfWebProcess, command => command.Name == name);

    public static int RunWebProcess(IReadOnlyList<string> args) => BoardProgram.Run(args.Skip(1));
}
