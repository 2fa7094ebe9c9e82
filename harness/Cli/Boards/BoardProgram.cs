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

    /// <exception cref="UsageException">It is missing.</exception>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => new(Find(), arguments);

    /// <summary>Runs it to its end, with our standard streams.</summary>
    /// <returns>Its exit code.</returns>
    public static int Run(params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(Start(arguments))!;
        process.WaitForExit();
        return process.ExitCode;
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
