using System.CommandLine;
using System.Security.Cryptography;
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

    private static readonly Option<string?> ForWorker = new("--for-worker")
    {
        Description = "Listen here too, as http://127.0.0.1:0, unless the worker beside this one comes in by another address.",
        Hidden = true,
    };

    public static Command Create()
    {
        Command command = new("serve",
            "Serve a board. Prints where, and while there is no organiser yet a one-time link for one. Ends within 2 s of SIGTERM.")
        {
            Folder, Urls, Amqp, DatabaseAddress, WhileInput, ForWorker,
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
        BoardSettings settings = Settings(command, folder);
        string urls = command.GetValue(Urls) ?? settings.Urls;
        string? door = command.GetValue(ForWorker);
        string all = door is null ? urls : Addresses.WithDoor(urls, door);
        await using WebApplication app = BoardHost.Build(folder, settings, all);
        app.Services.GetRequiredService<Journal>().CatchUp();
        WorkRoom.Prepare(app.Services);
        await Start(app, folder, settings, stop);
        if (command.GetValue(WhileInput))
            EndOfInput.Await(app.Lifetime.StopApplication);
        Announce(app.Urls, door is not null, isDoorUnasked: all != urls);
        if (!app.Services.GetRequiredService<Accounts>().HasOrganiser())
            Console.WriteLine(
                $"board: the organiser's link, good once: "
                + $"{OrganiserLink.Address(app.Urls.First(), OrganiserLink.Make(app.Services.GetRequiredService<Invitations>()))}");
        Console.WriteLine("board: ready");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static async Task Start(WebApplication app, BoardFolder folder, BoardSettings settings, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception wrong) when (settings.Kestrel is not null
            && wrong is CryptographicException or InvalidOperationException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BoardFolderException($"{folder.SettingsFile}: the board can't listen as `urls` and `kestrel` say. {wrong.Message}");
        }
    }

    /// <summary>Says where the board is, and to whoever started it where its worker comes in: a door that nobody named is no
    /// visitor's.</summary>
    private static void Announce(ICollection<string> addresses, bool hasWorker, bool isDoorUnasked)
    {
        string? door = hasWorker ? addresses.Select(Addresses.DoorOf).FirstOrDefault(one => one is not null) : null;
        foreach (string url in addresses.Where(url => !isDoorUnasked || url != door))
            Console.WriteLine($"board: listening on {url}");
        if (door is not null)
            Console.WriteLine($"board: the worker's address is {door}");
        else if (hasWorker)
            Console.Error.WriteLine("board: no worker plays here: `kestrel.Endpoints` in board.json opens no plain HTTP on the loopback. "
                + "Name the addresses in `urls`, or add { \"Url\": \"http://127.0.0.1:8081\" }.");
    }
}
