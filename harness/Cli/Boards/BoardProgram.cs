using System.ComponentModel;
using System.Diagnostics;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Boards;

/// <summary>
/// The web process's program, which stands in a folder of its own beside ours: published as <c>board/</c>, in a build as
/// <c>../../Board</c>. It is started, never loaded: the command line stays free of ASP.NET's start-up, and the web process of everything
/// that plays a stranger's code.
/// </summary>
internal static class BoardProgram
{
    private const string Program = "Evaluator.Board";

    // Beyond it .NET, as a shell, gives the number of the signal.
    private const int EndedBySignal = 128;

    /// <exception cref="UsageException">It is missing.</exception>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => new(Find(), arguments);

    /// <summary>Runs it to its end, with our standard streams.</summary>
    /// <returns>Its exit code; where a signal ended it, that something is left to do.</returns>
    public static int Run(params IEnumerable<string> arguments)
    {
        using Process process = Begin(Start(arguments));
        process.WaitForExit();
        if (process.ExitCode <= EndedBySignal)
            return process.ExitCode;
        Console.Error.WriteLine($"evaluator: the board's program was ended by signal {process.ExitCode - EndedBySignal}. Run it again.");
        return ExitCode.Incomplete;
    }

    /// <summary>Starts a program of ours.</summary>
    /// <exception cref="UsageException">The machine does not start it.</exception>
    public static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            throw new UsageException($"{start.FileName} can't be started: {refused.Message}. Run ./run-all.sh build.");
        }
    }

    private static string Find()
    {
        string here = AppContext.BaseDirectory;
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string[] places =
        [
            Path.Combine(here, "board", Program),
            Path.GetFullPath(Path.Combine(here, "..", "..", "Board", configuration, Program)),
        ];
        return Array.Find(places, File.Exists)
            ?? throw new UsageException(
                $"the board's program is missing; looked for {string.Join(" and ", places)}. Run ./run-all.sh build.");
    }
}
