using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands.Board;

/// <summary>
/// <c>evaluator board serve</c>: the web process, and one worker beside it. Three processes: the web process never loads what was handed
/// in, the worker never sees the board's folder, and this one starts them again when they die, and ends them when it ends.
/// </summary>
internal static class ServeCommand
{
    private const string Listening = "board: listening on ", Door = "board: the worker's address is ", Ready = "board: ready";

    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "The board's folder, which `evaluator board new` made.",
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where to listen, as http://127.0.0.1:8080; several are parted by semicolons. [default: as board.json says]",
    };

    private static readonly Option<string?> Amqp = new("--amqp")
    {
        Description = "A RabbitMQ broker that tells workers of jobs, as amqp://user:password@host. [default: workers ask the board]",
    };

    private static readonly Option<string?> DatabaseAddress = new("--database")
    {
        Description = "A PostgreSQL database, as \"Host=db.example.org;Database=board;Username=board\"; kept in board.json. "
            + "[default: as board.json says, else SQLite in the folder]",
    };

    private static readonly Option<int> Workers = new Option<int>("--workers")
    {
        Description = "Cases that the worker plays at the same time; 0 for no worker here.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.Within(0, RunOptions.MostWorkers);

    public static Command Create()
    {
        var command = new Command("serve", """
            Serve a board: the web process, and a worker that plays what is handed in. Says where; ends with Ctrl-C or SIGTERM.

            Examples:
              evaluator board serve my-board
              evaluator board serve my-board --urls http://127.0.0.1:9000 --workers 0    workers are elsewhere: `evaluator board work`
            """)
        {
            Folder, Urls, Amqp, DatabaseAddress, Workers,
        };
        command.SetAction(Serve);
        return command;
    }

    private static int Serve(ParseResult command)
    {
        string folder = Path.GetFullPath(command.GetRequiredValue(Folder));
        int places = command.GetValue(Workers);
        using var interrupt = new Interrupt();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt.Token);
        Thread? worker = null;
        string? addresses = command.GetValue(Urls), broker = command.GetValue(Amqp), database = command.GetValue(DatabaseAddress);
        string? door = places > 0 ? "http://127.0.0.1:0" : null;
        List<string> heard = [];
        using var web = new Child("the web process", () =>
        {
            heard.Clear();
            return WebStart(folder, addresses, door, broker, database);
        }, line =>
        {
            if (line.StartsWith(Door, StringComparison.Ordinal))
            {
                string at = door = line[Door.Length..];
                if (worker is null)
                    (worker = new Thread(() => Work(folder, at, broker, places, stop.Token)) { Name = "worker" }).Start();
                return;
            }
            Console.Out.WriteLine(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                heard.Add(line[Listening.Length..]);
            else if (line == Ready)
                addresses = string.Join(';', heard);    // where it is found again after a restart, whatever ports it was given
        });
        int code = web.Run(stop.Token);
        stop.Cancel();
        worker?.Join();
        return code;
    }

    private static ProcessStartInfo WebStart(string folder, string? addresses, string? door, string? broker, string? database) =>
        BoardProgram.Start(["serve", folder, "--while-input", .. Given("--urls", addresses), .. Given("--for-worker", door),
            .. Given("--amqp", broker), .. Given("--database", database)]);

    private static string[] Given(string option, string? value) => value is null ? [] : [option, value];

    private static void Work(string folder, string address, string? broker, int places, CancellationToken stop)
    {
        using var worker = new Child("the worker", () => WorkerStart(folder, address, broker, places), Console.Out.WriteLine);
        try
        {
            worker.Run(stop);
        }
        catch (UsageException refused)
        {
            // On a thread of its own nothing else would catch it. The web process goes on: workers may be elsewhere.
            Console.Error.WriteLine($"evaluator: {refused.Message} No worker plays here.");
        }
    }

    private static ProcessStartInfo WorkerStart(string folder, string address, string? broker, int places) => new(
        Environment.ProcessPath!,
        [
            "board", "work", "--board", address, "--token-file", Path.Combine(folder, "keys", "worker.token"), "--folder",
            Path.Combine(folder, "work"), "--workers", places.ToString(CultureInfo.InvariantCulture), "--while-input",
            .. Given("--amqp", broker),
        ]);
}
