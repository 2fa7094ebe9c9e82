using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>Runs <c>reader.py</c>, which knows the log from <c>LOG.md</c> alone.</summary>
internal static class IndependentReader
{
    /// <returns>The exit code, and what was printed.</returns>
    public static (int Code, string Text) Run(string what, byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            ProcessStartInfo start =
                new("python3", [Path.Combine(Repository.Root, "tests", "BoardSpecs", "Standings", "reader.py"), what, path])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, (text + errors.Result).TrimEnd('\n'));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
