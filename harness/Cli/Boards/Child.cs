using System.Diagnostics;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Boards;

/// <summary>
/// A process of ours that is started again when it dies, and that ends with us: it watches its standard input, whose other end we hold.
/// </summary>
/// <param name="start">Made anew for every start.</param>
/// <param name="said">Told every line of its standard output.</param>
internal sealed class Child(string name, Func<ProcessStartInfo> start, Action<string> said) : IDisposable
{
    /// <summary>One that dies as soon as it is started has a reason that another start does not mend.</summary>
    private const int MostDeathsAMinute = 5;

    private readonly Queue<DateTime> deaths = new();
    private Process? process;

    /// <summary>Starts it, and again whenever it dies.</summary>
    /// <param name="cancel">Ends it: SIGTERM, and time to finish.</param>
    /// <returns>The exit code of the last one; 0 where it was ended.</returns>
    public int Run(CancellationToken cancel)
    {
        while (true)
        {
            int code = RunOnce(cancel);
            if (cancel.IsCancellationRequested)
                return ExitCode.Good;
            deaths.Enqueue(DateTime.UtcNow);
            while (deaths.Count > 0 && deaths.Peek() < DateTime.UtcNow.AddMinutes(-1))
                deaths.Dequeue();
            if (code == ExitCode.Unusable || deaths.Count > MostDeathsAMinute)
            {
                Console.Error.WriteLine(
                    $"evaluator: {name} ended with exit code "
                    + $"{code}{(code == ExitCode.Unusable ? "" : $", {deaths.Count} times in a minute")}; it is not started again.");
                return code;
            }
            Console.Error.WriteLine($"evaluator: {name} ended with exit code {code}; it is started again.");
        }
    }

    public void Dispose() => process?.Dispose();

    private int RunOnce(CancellationToken cancel)
    {
        ProcessStartInfo info = start();
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        process?.Dispose();
        process = BoardProgram.Begin(info);
        using CancellationTokenRegistration ending = cancel.Register(() => process.StandardInput.Close());
        while (process.StandardOutput.ReadLine() is { } line)
            said(line);
        process.WaitForExit();
        return process.ExitCode;
    }
}
