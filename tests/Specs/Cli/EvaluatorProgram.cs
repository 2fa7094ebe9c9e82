using System.Diagnostics;

namespace Evaluator.Specs.Cli;

/// <summary>Runs the built <c>evaluator</c> as its user would and keeps what it said.</summary>
internal sealed record EvaluatorProgram(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Predictor(string name) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", name, Configuration, name + ".dll"));

    public static EvaluatorProgram Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"evaluator {string.Join(' ', arguments)} did not end in {Patience}");
        }
        return new EvaluatorProgram(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Its output must be read, or it waits.</summary>
    public static Process Start(params string[] arguments)
    {
        string program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Cli", Configuration, "evaluator"));
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
