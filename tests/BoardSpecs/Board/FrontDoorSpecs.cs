using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// <c>./run-all.sh board DIR</c> as somebody types it after a clone: it builds, makes a board with a contest, serves it, and ends with
/// Ctrl-C. In the soak alone: it publishes all programs.
/// </summary>
public sealed class FrontDoorSpecs : IDisposable
{
    private const string Listening = "board: listening on ", Link = "board: the organiser's link";

    private static readonly TimeSpan BuildAndMake = TimeSpan.FromMinutes(30);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "front-door-" + Path.GetRandomFileName());
    private readonly ConcurrentQueue<string> said = new();

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact(Timeout = 3_600_000)]
    public async Task One_command_after_a_clone_shows_a_board_with_a_contest_and_Ctrl_C_ends_it()
    {
        Soak.Require();
        // A group of its own, which is what a terminal sends Ctrl-C to: script, web process and worker.
        using Process board = new()
        {
            StartInfo = new ProcessStartInfo("setsid", ["./run-all.sh", "board", folder, "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        board.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        board.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        board.Start();
        board.BeginOutputReadLine();
        board.BeginErrorReadLine();
        try
        {
            await Said(board, "board: ready");
            Uri address = new((await Said(board, Listening))[Listening.Length..]);
            string link = await Said(board, Link);
            using Person organiser = await Person.Joins(address, link[link.IndexOf("http", StringComparison.Ordinal)..], "Olga");
            string front = await organiser.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
            string contest = JsonName(await organiser.Client.GetStringAsync("/api/v1/contests", TestContext.Current.CancellationToken));
            Assert.Contains($"/c/{contest}\"", front);
            using HttpResponseMessage page = await organiser.Client.GetAsync($"/c/{contest}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            await Await.Says(organiser, $"/api/v1/organise/{contest}/workers", "\"sandbox\":");
            TimeSpan took = EndsByInterrupt(board);
            Assert.Equal(0, board.ExitCode);
            Assert.True(took < TimeSpan.FromSeconds(3), $"2 s are promised; it took {took}");
        }
        finally
        {
            if (!board.HasExited)
                board.Kill(entireProcessTree: true);
        }
    }

    private static string JsonName(string contests) =>
        System.Text.Json.JsonDocument.Parse(contests).RootElement[0].GetProperty("name").GetString()!;

    private static TimeSpan EndsByInterrupt(Process board)
    {
        Stopwatch clock = Stopwatch.StartNew();
        EndedProcess.Of("kill", "-INT", "--", $"-{board.Id}");
        EndedProcess.AwaitEnd(board);
        return clock.Elapsed;
    }

    private async Task<string> Said(Process board, string start)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed < BuildAndMake)
        {
            if (said.FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) is { } line)
                return line;
            Assert.False(board.HasExited, "it ended:\n" + string.Join('\n', said));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"it never said \"{start}\":\n{string.Join('\n', said)}");
    }
}
