using System.Diagnostics;
using System.Globalization;

namespace Evaluator.Benchmarks.Board;

/// <summary>The web process on a core of its own, watched from outside: its CPU time and its memory, as the kernel counts them.</summary>
internal sealed class ServedBoard : IDisposable
{
    private const double TicksPerSecond = 100;   // USER_HZ, the same on every Linux that .NET runs on

    private readonly Process process;

    private ServedBoard(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>User and system time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            // The second field is the program's name in brackets and may hold anything; what follows is numbers.
            string stat = File.ReadAllText($"/proc/{process.Id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory => (long)Number(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;

    /// <summary>Starts it, and returns when it is ready: the whole log is folded then.</summary>
    public static ServedBoard Start(string folder)
    {
        ProcessStartInfo start = new("taskset", ["-c", "0", BoardOnDisk.Program, "serve", folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        const string Listening = "board: listening on ";
        Uri? address = null;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
                address = new Uri(line[Listening.Length..]);
            else if (line == "board: ready")
                return new ServedBoard(process, address!);
        }
        throw new InvalidOperationException($"the board ended with {process.ExitCode}");
    }

    /// <summary>Ends it as systemd would.</summary>
    public TimeSpan Stop()
    {
        Stopwatch watch = Stopwatch.StartNew();
        using (Process term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            term.WaitForExit();
        process.WaitForExit();
        return watch.Elapsed;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
