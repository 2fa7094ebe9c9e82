using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Confinement.Workers;

namespace Evaluator.Harness.Cases;

/// <summary>
/// From what the limiters recorded and the calls's end to the verdict. The limiters come first: a killed worker also breaks the
/// wire, and exit codes prove nothing (134 has four causes).
/// </summary>
internal static class Judgement
{
    /// <exception cref="HarnessFaultException">The machine is at fault.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static EarlyEnd? Of(WorkerEnd worker, EarlyEnd? end, Limits limits) => worker.Cause switch
    {
        StopCause.None => end switch
        {
            { Verdict: Verdict.Crashed, Reason: "exit", What: var what } =>
                end with { What = what + Code(worker.ExitCode) + LastWords(worker.Console) },
            { Verdict: Verdict.MemoryLimit, What: var what } =>
                end with { What = $"{FirstLine(what)}; {Memory(worker, limits)}{OtherLines(what)}" },
            _ => end,
        },
        StopCause.MemoryLimit => Passed(Verdict.MemoryLimit, "limit", $"used more memory than it may have: {Memory(worker, limits)}", end),
        StopCause.CpuLimit => Passed(Verdict.TimeLimit, "cpu", $"used more than {limits.CpuSeconds:0.###} s of CPU time", end),
        StopCause.WallLimit => Passed(Verdict.TimeLimit, "idle", $"took more than {limits.WallSeconds:0.###} s of wall-clock time", end),
        StopCause.NeverStarted => throw new HarnessFaultException("the worker did not come up in time"),
        StopCause.NotWatched => throw new HarnessFaultException("the machine was so busy that the worker's limits went unwatched"),
        StopCause.MachineTooBusy => throw new HarnessFaultException("the machine was too busy to give the worker its time"),
        StopCause.MachineOutOfMemory => throw new HarnessFaultException(
            "the machine ran out of memory and killed the worker below its limit"),
        StopCause.Cancelled => throw new OperationCanceledException(),
        _ => throw new InvalidOperationException($"no verdict is known for a worker that was stopped for {worker.Cause}"),
    };

    private static EarlyEnd Passed(Verdict verdict, string reason, string what, EarlyEnd? end) =>
        new(verdict, reason, null, end?.Call is { } call ? $"{what}, in {call}" : what);

    private static string Memory(WorkerEnd worker, Limits limits) => string.Create(
        CultureInfo.InvariantCulture, $"limit {limits.MemoryMebibytes:N0} MiB, peak {worker.PeakMemoryBytes / (double)(1 << 20):N1} MiB");

    private static string FirstLine(string text) => text.Split('\n')[0];

    private static string OtherLines(string text) => text[FirstLine(text).Length..];

    /// <summary>What a signal leaves, or whoever exits with its number: this is for people.</summary>
    private static string Code(int? code)
    {
        const int bySignal = 128;
        string? signal = (code - bySignal) switch
        {
            4 => "SIGILL",
            5 => "SIGTRAP",
            6 => "SIGABRT",
            7 => "SIGBUS",
            8 => "SIGFPE",
            9 => "SIGKILL",
            11 => "SIGSEGV",
            31 => "SIGSYS",
            _ => null,
        };
        string number = code?.ToString(CultureInfo.InvariantCulture) ?? "";
        return (number, signal) switch
        {
            ("", _) => "",
            (_, null) => $" (exit code {number})",
            _ => $" (exit code {number}: {signal})",
        };
    }

    /// <summary>The runtime explains a crash on standard error.</summary>
    private static string LastWords(ConsoleText console) => console.Text.Length == 0 ? "" : $"; it printed:\n{console.End}";
}
