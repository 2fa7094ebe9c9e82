using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// The real web process over a folder of its own, on a free port of the loopback. Disposing ends it and removes the folder; <see
/// cref="Kill"/> and <see cref="Start"/>
/// are there for what a crash must not lose.
/// </summary>
internal sealed class RunningBoard : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);   // a start takes a second; the machine may be loaded

    private readonly bool ownsFolder, byEvaluator;
    private Process? process;

    private RunningBoard(string folder, bool ownsFolder, bool byEvaluator = false)
    {
        Folder = folder;
        this.byEvaluator = byEvaluator;
        this.ownsFolder = ownsFolder;
    }

    public string Folder { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>Where it is to listen at its first start; null: as board.json says.</summary>
    private string? Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The one-time link that the start printed; null once there is an organiser.</summary>
    public string? OrganiserLink { get; private set; }

    /// <summary>What the process wrote, standard output and error together.</summary>
    public ConcurrentQueue<string> Output { get; } = new();

    public int ProcessId => process!.Id;

    /// <summary>The program as it was built.</summary>
    public static string Program { get; } = Path.Combine(
        Repository.Root, "artifacts", "bin", "Board", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "Evaluator.Board");

    /// <summary>The command line as it was built.</summary>
    public static string Evaluator { get; } = Path.Combine(Repository.Root, "artifacts", "bin", "Cli",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "evaluator");

    /// <summary>Makes a board's folder, puts challenges on it, and serves it.</summary>
    public static async Task<RunningBoard> WithChallenges(params string[] challenges) =>
        await On(await StoreUnderTest.NewDatabase(), challenges);

    /// <summary>A board on which nobody waits: a spec asks faster than any person does.</summary>
    public static async Task<RunningBoard> WithoutLimit(params string[] challenges)
    {
        RunningBoard board = await Made(await StoreUnderTest.NewDatabase(), challenges);
        board.Set("requestsPerSecond", 100_000);
        await board.Start();
        return board;
    }

    /// <param name="database">An address of PostgreSQL; null for SQLite.</param>
    public static async Task<RunningBoard> On(string? database, params string[] challenges)
    {
        RunningBoard board = await Made(database, challenges);
        await board.Start();
        return board;
    }

    /// <summary>Its own HTTPS, as board.json has it, and as <c>evaluator board serve</c> serves it, with the worker.</summary>
    public static async Task<RunningBoard> WithCertificate(string certificate, params string[] challenges)
    {
        RunningBoard board = new(await FolderWithCertificate(certificate, challenges), ownsFolder: true, byEvaluator: true) { Urls = null };
        await board.Start();
        return board;
    }

    /// <summary>A board's folder with HTTPS of its own, by the certificate in a folder.</summary>
    public static async Task<string> FolderWithCertificate(string certificate, params string[] challenges)
    {
        RunningBoard made = await Made(await StoreUnderTest.NewDatabase(), challenges);
        made.Set("urls", "https://127.0.0.1:0");
        made.Set("kestrel", JsonNode.Parse($$"""
            { "Certificates": { "Default": { "Path": "{{Path.Combine(certificate, LocalhostCertificate.File)}}",
              "KeyPath": "{{Path.Combine(certificate, LocalhostCertificate.KeyFile)}}" } } }
            """)!);
        return made.Folder;
    }

    private static async Task<RunningBoard> Made(string? database, string[] challenges)
    {
        string folder = Path.Combine(Path.GetTempPath(), "board-spec-" + Path.GetRandomFileName());
        await Succeeds(["new", folder, .. StoreUnderTest.OptionOf(database)]);
        foreach (string challenge in challenges)
            await Succeeds("add", folder, challenge);
        return new RunningBoard(folder, ownsFolder: true);
    }

    private void Set(string setting, JsonNode value)
    {
        string file = Path.Combine(Folder, "board.json");
        JsonObject settings = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        settings[setting] = value;
        File.WriteAllText(file, settings.ToJsonString());
    }

    /// <summary>Serves a folder that is there already, and leaves it there.</summary>
    public static async Task<RunningBoard> Over(string folder)
    {
        RunningBoard board = new(folder, ownsFolder: false);
        await board.Start();
        return board;
    }

    /// <summary>Serves a folder as `evaluator board serve` does, with the worker beside the web process.</summary>
    public static async Task<RunningBoard> ByEvaluator(string folder)
    {
        RunningBoard board = new(folder, ownsFolder: false, byEvaluator: true);
        await board.Start();
        return board;
    }

    /// <summary>Runs a command of the program.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Runs(params string[] arguments)
    {
        using Process command = Process.Start(Quiet(arguments))!;
        using CancellationTokenSource timeout = new(Patience);
        Task<string> output = command.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = command.StandardError.ReadToEndAsync(timeout.Token);
        await command.WaitForExitAsync(timeout.Token);
        return (command.ExitCode, await output + await error);
    }

    public async Task Start()
    {
        TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string? urls = Address?.ToString() ?? Urls;
        string[] serve = ["serve", Folder, .. urls is null ? [] : (string[])["--urls", urls]];
        process = new Process
        {
            StartInfo = byEvaluator ? Quiet(Evaluator, ["board", .. serve]) : Quiet(serve),
            EnableRaisingEvents = true
        };
        process.OutputDataReceived += (_, line) => Note(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Note(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("the board ended:\n" + string.Join('\n', Output)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>kill -9: no time for a last word.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: byEvaluator);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>SIGTERM, as systemd sends it.</summary>
    /// <returns>How long the end took, and the exit code.</returns>
    public async Task<(TimeSpan Took, int ExitCode)> Stop()
    {
        Stopwatch clock = Stopwatch.StartNew();
        using (Process term = Process.Start("kill", ["-TERM", process!.Id.ToString()]))
            await term.WaitForExitAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (clock.Elapsed, process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await Kill();
        process?.Dispose();
        process = null;
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private static async Task Succeeds(params string[] arguments)
    {
        (int exitCode, string output) = await Runs(arguments);
        if (exitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
    }

    private static ProcessStartInfo Quiet(IEnumerable<string> arguments) => Quiet(Program, arguments);

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

    private void Note(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        Output.Enqueue(line);
        if (line.StartsWith("board: listening on ", StringComparison.Ordinal))
            Address = new Uri(line["board: listening on ".Length..]);
        else if (line.StartsWith("board: the organiser's link", StringComparison.Ordinal))
            OrganiserLink = line[line.IndexOf("http", StringComparison.Ordinal)..];
        else if (line == "board: ready")
            ready.TrySetResult();
    }
}
