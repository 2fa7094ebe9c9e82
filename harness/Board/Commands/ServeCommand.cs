using System.CommandLine;
using Evaluator.Board.Folder;
using Evaluator.Board.Hosting;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Store;
using Evaluator.Board.Work;
using Evaluator.Jobs;

namespace Evaluator.Board.Commands;

/// <summary><c>serve FOLDER</c>: the web process itself.</summary>
internal static class ServeCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The board's folder." };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where to listen, as http://127.0.0.1:0; otherwise as board.json says.",
    };

    private static readonly Option<string?> Amqp = new("--amqp")
    {
        Description = "A RabbitMQ broker that tells workers of jobs; otherwise as board.json says.",
    };

    private static readonly Option<string?> DatabaseAddress = new("--database")
    {
        Description = "A PostgreSQL database, as \"Host=db.example.org;Database=board;Username=board\". It is kept in board.json, where "
            + "the board's other commands find it; otherwise as board.json says.",
    };

    private static readonly Option<bool> WhileInput = new("--while-input")
    {
        Description = "End when standard input ends: with the process that started this one.",
        Hidden = true,
    };

    public static Command Create()
    {
        Command command = new("serve",
            "Serve a board. Prints where, and while there is no organiser yet a one-time link for one. Ends within 2 s of SIGTERM.")
        {
            Folder, Urls, Amqp, DatabaseAddress, WhileInput,
        };
        command.SetAction(Serve);
        return command;
    }

    private static BoardSettings Settings(ParseResult command, BoardFolder folder)
    {
        if (command.GetValue(DatabaseAddress) is { } address)
            Move.Name(folder, address);
        BoardSettings settings = BoardSettings.Read(folder.SettingsFile);
        return command.GetValue(Amqp) is { } broker ? settings with { Amqp = broker } : settings;
    }

    private static async Task<int> Serve(ParseResult command, CancellationToken stop)
    {
        BoardFolder folder = BoardFolder.Open(command.GetRequiredValue(Folder));
        await using WebApplication app = BoardHost.Build(folder, Settings(command, folder), command.GetValue(Urls));
        app.Services.GetRequiredService<Journal>().CatchUp();
        WorkRoom.Prepare(app.Services);
        await app.StartAsync(stop);
        if (command.GetValue(WhileInput))
            EndOfInput.Await(app.Lifetime.StopApplication);
        foreach (string url in app.Urls)
            Console.WriteLine($"board: listening on {url}");
        if (!app.Services.GetRequiredService<Accounts>().HasOrganiser())
            Console.WriteLine(
                $"board: the organiser's link, good once: "
                + $"{OrganiserLink.Address(app.Urls.First(), OrganiserLink.Make(app.Services.GetRequiredService<Invitations>()))}");
        Console.WriteLine("board: ready");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
