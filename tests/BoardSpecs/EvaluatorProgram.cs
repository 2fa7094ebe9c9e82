using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs;

/// <summary>The command line and the predictors as they were built.</summary>
internal static class EvaluatorProgram
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static readonly Lazy<string> States = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("state-spec-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string Program { get; } = Built("Cli", "evaluator");

    /// <summary>The DLL of one of our predictors.</summary>
    public static string Predictor(string name) => Built(name, name + ".dll");

    /// <summary>The source of one of our predictors.</summary>
    public static string Source(string name) => Path.Combine(Repository.Root, "plugins", name, name + ".cs");

    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => Start(Program, arguments.ToArray());

    /// <summary>Another program that runs ours, in a place that it makes for it.</summary>
    public static ProcessStartInfo Start(string program, string[] arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        // What it remembers of boards: nothing of this machine's user, nor of another run that had a board at the same port.
        Environment = { ["XDG_STATE_HOME"] = Path.Combine(States.Value, Path.GetRandomFileName()) },
    };

    /// <returns>Its exit code and all that it wrote.</returns>
    public static Task<(int ExitCode, string Output)> Run(params IEnumerable<string> arguments) => Run(Start(arguments));

    /// <returns>Its exit code and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Run(ProcessStartInfo start)
    {
        EndedProcess ended = await Task.Run(() => EndedProcess.Of(start));
        return (ended.ExitCode, ended.Said);
    }

    /// <summary>A run that has to succeed.</summary>
    public static async Task<string> Succeed(params string[] arguments)
    {
        (int exitCode, string output) = await Run(arguments);
        return exitCode == 0
            ? output : throw new InvalidOperationException($"evaluator {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
    }

    private static string Built(string project, string file) =>
        Path.Combine(Repository.Root, "artifacts", "bin", project, Configuration, file);
}
