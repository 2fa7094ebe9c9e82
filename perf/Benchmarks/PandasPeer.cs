using System.Diagnostics;
using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.Benchmarks;

/// <summary>A Python beside us that judges tables with pandas and scikit-learn, one after the other as it is asked.</summary>
internal sealed class PandasPeer : IDisposable
{
    private readonly Process process;

    private PandasPeer(Process process) => this.process = process;

    /// <summary>Starts it on a folder of tables.</summary>
    /// <param name="folder">The tables.</param>
    /// <param name="absent">Why it can't be started.</param>
    /// <returns>Null where pandas or scikit-learn are not there.</returns>
    public static PandasPeer? Start(string folder, out string? absent)
    {
        absent = null;
        // The first Python on the path may be one without pandas, while the distribution's has it.
        foreach (string python in (string[])["python3", "/usr/bin/python3"])
        {
            absent = WhyNot(python);
            if (absent is null)
            {
                ProcessStartInfo start = new(python, [Path.Combine(Repository.Root, "perf", "peers", "tables.py"), folder])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                };
                return new PandasPeer(Process.Start(start)!);
            }
        }
        return null;
    }

    /// <summary>Judges a table once.</summary>
    /// <returns>Nanoseconds of CPU, and the value.</returns>
    public (double Nanoseconds, double Value) Judge(string what, string table)
    {
        process.StandardInput.WriteLine($"{what} {table}");
        process.StandardInput.Flush();
        string answer = process.StandardOutput.ReadLine() ?? throw new InvalidDataException("Python ended; its own words are above.");
        JsonElement found = JsonDocument.Parse(answer).RootElement;
        return (found.GetProperty("nanoseconds").GetDouble(), found.GetProperty("value").GetDouble());
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static string? WhyNot(string python)
    {
        try
        {
            ProcessStartInfo start = new(python, ["-c", "import pandas, sklearn.metrics"]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            string error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Split('\n')[^1];
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return exception.Message;
        }
    }
}
