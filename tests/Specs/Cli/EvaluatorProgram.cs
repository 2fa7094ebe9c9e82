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
        var start = new ProcessStartInfo(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Cli", Configuration, "evaluator")), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"evaluator {string.Join(' ', arguments)} did not end in {Patience}");
        }
        return new EvaluatorProgram(process.ExitCode, output.Result, error.Result);
    }
}
