using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Store;

namespace Evaluator.Board.Work;

/// <summary><c>worker FOLDER NAME</c>: makes a token for a worker.</summary>
internal static class WorkerCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Argument<string> WorkerName =
        new("NAME") { Description = "What organisers call the worker, as the machine it runs on." };

    public static Command Create()
    {
        Command command = new("worker", "Make a token for a worker on another machine and print it, once. There: evaluator board work "
            + "--board ADDRESS --token-file FILE")
        {
            Folder, WorkerName,
        };
        command.SetAction(Make);
        return command;
    }

    private static int Make(ParseResult command)
    {
        BoardFolder folder = BoardFolder.Open(command.GetRequiredValue(Folder));
        using Database database = Database.Open(folder);
        Console.WriteLine(WorkerTokens.Make(new Tokens(database, TimeProvider.System), command.GetRequiredValue(WorkerName)));
        return 0;
    }
}
