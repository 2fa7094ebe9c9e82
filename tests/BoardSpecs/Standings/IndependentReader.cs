using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>Runs <c>reader.py</c>, which knows the log from <c>LOG.md</c> alone.</summary>
internal static class IndependentReader
{
    /// <returns>The exit code, and what was printed.</returns>
    public static (int Code, string Text) Run(string what, byte[] file, params string[] more)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            EndedProcess read = EndedProcess.Of(
                "python3", [Path.Combine(Repository.Root, "tests", "BoardSpecs", "Standings", "reader.py"), what, path, .. more]);
            return (read.ExitCode, read.Said.TrimEnd('\n'));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
