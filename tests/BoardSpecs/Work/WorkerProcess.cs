using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Work;

/// <summary>A real worker: <c>evaluator board work</c>.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    /// <param name="network">Where it runs; null for this machine's own.</param>
    public WorkerProcess(Uri board, string tokenFile, string folder, int places, string? broker, CutNetwork? network)
    {
        string[] command = [.. network?.Prefix ?? [], EvaluatorProgram.Program];
        process = new Process
        {
            StartInfo = EvaluatorProgram.Start(command[0],
                [.. command[1..], "board", "work", "--board", board.ToString(), "--token-file", tokenFile, "--folder", folder,
                "--workers", places.ToString(CultureInfo.InvariantCulture), "--while-input",
                    .. broker is null ? (string[])[] : ["--amqp", broker]]),
        };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public ConcurrentQueue<string> Output { get; } = new();

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    public string Name => $"{Environment.MachineName}/{process.Id}";

    /// <summary>kill -9: no time for a last word.</summary>
    public void Kill()
    {
        process.Kill();
        EndedProcess.AwaitEnd(process);
    }

    /// <summary>It does nothing more, and nobody is told: no heartbeat, no end of its connections.</summary>
    public void Hold() => Signal("STOP");

    /// <summary>It goes on where it was held, as if no time had passed.</summary>
    public void Release() => Signal("CONT");

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Signal(string signal)
    {
        EndedProcess ended = EndedProcess.Of("kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));
        Assert.True(ended.ExitCode == 0, ended.Said);
    }

    private void Note(string? line)
    {
        if (line is not null)
            Output.Enqueue(line);
    }
}
