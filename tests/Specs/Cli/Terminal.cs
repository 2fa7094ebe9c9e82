using System.Diagnostics;

namespace Evaluator.Specs.Cli;

/// <summary>
/// A terminal of a size, with a shell in it: a tmux server of its own, so that what a program does with a terminal (bars that write over
/// themselves, lines that are folded, what scrolls away) is there to be read.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private const string Tmux = "tmux";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string server = $"evaluator-spec-{Guid.NewGuid():N}";
    private readonly int columns;

    /// <param name="columns">Of the screen.</param>
    /// <param name="rows">Of the screen.</param>
    /// <param name="folder">Where the shell stands; commands that are typed name what is in it by short names.</param>
    public Terminal(int columns, int rows, string folder)
    {
        this.columns = columns;
        string path = $"{Path.GetDirectoryName(EvaluatorProgram.Program)}:{Environment.GetEnvironmentVariable("PATH")}";
        Ask("-f", "/dev/null", "new-session", "-d", "-x", $"{columns}", "-y", $"{rows}", "-c", folder,
            "env", $"PATH={path}", "PS1=$ ", "bash", "--norc", "--noprofile");
        Await(lines => lines.Contains("$"));
    }

    public static bool IsHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, Tmux)));

    /// <summary>What one sees without scrolling, from the top to the last line that is not empty.</summary>
    public string[] Screen() => Captured();

    /// <summary>Everything since the last command was typed, as it was written: a line that the terminal folded is one.</summary>
    public string[] Written() => Captured("-J", "-S", "-");

    /// <summary>Lines that were too long for the screen.</summary>
    public string[] Folded() => [.. Written().Where(line => line.Length > columns)];

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit code.</returns>
    public int Run(string command)
    {
        Begin(command);
        return End();
    }

    /// <summary>Types a command on an empty screen, and lets it run.</summary>
    public void Begin(string command)
    {
        Ask("send-keys", "-R");
        Ask("clear-history");
        Ask("send-keys", "-l", $"{command}; echo \"ended $?\"");
        Ask("send-keys", "Enter");
    }

    /// <summary>Waits for the end of what runs.</summary>
    /// <returns>Its exit code.</returns>
    public int End() => int.Parse(
        Await(lines => lines.Any(IsEnd)).Last(IsEnd)["ended ".Length..], System.Globalization.CultureInfo.InvariantCulture);

    public void Press(string key) => Ask("send-keys", key);

    /// <summary>Waits until what is on the screen is so.</summary>
    public string[] Await(Func<string[], bool> isSo)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience; Thread.Sleep(30))
        {
            string[] lines = Written();
            if (isSo(lines))
                return lines;
        }
        throw new TimeoutException($"the terminal still shows:\n{string.Join('\n', Screen())}");
    }

    public void Dispose() => EndedProcess.Of(Tmux, "-L", server, "kill-server");

    private static bool IsEnd(string line) => line.StartsWith("ended ", StringComparison.Ordinal) && line.Length < 10;

    private string[] Captured(params string[] options) =>
        [.. Ask(["capture-pane", "-p", .. options]).TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    private string Ask(params string[] arguments)
    {
        EndedProcess ended = EndedProcess.Of(Tmux, ["-L", server, .. arguments]);
        return ended.ExitCode == 0
            ? ended.Output : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {ended.Said}");
    }
}
