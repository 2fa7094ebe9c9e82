using Evaluator.Confinement;
using Evaluator.Confinement.Workers;

namespace Evaluator.Harness.Cases;

/// <summary>
/// From what the limiters recorded and the conversation's end to the verdict. The limiters come first: a killed worker also breaks the
/// wire, and exit codes prove nothing (134 has four causes).
/// </summary>
internal static class Judgement
{
    /// <exception cref="HarnessFaultException">The machine is at fault.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static EarlyEnd? Of(StopCause cause, EarlyEnd? end, Limits limits, ConsoleText console) => cause switch
    {
        StopCause.None => end is { Verdict: Verdict.Crashed, Reason: "exit" } ? end with { What = end.What + LastWords(console) } : end,
        StopCause.MemoryLimit => Passed(Verdict.MemoryLimit, "limit", $"used more than {limits.MemoryMebibytes} MiB", end),
        StopCause.CpuLimit => Passed(Verdict.TimeLimit, "cpu", $"used more than {limits.CpuSeconds:0.###} s of CPU time", end),
        StopCause.WallLimit => Passed(Verdict.TimeLimit, "idle", $"took more than {limits.WallSeconds:0.###} s of wall-clock time", end),
        StopCause.NeverStarted => throw new HarnessFaultException("the worker did not come up in time"),
        StopCause.NotWatched => throw new HarnessFaultException("the machine was so busy that the worker's limits went unwatched"),
        StopCause.MachineTooBusy => throw new HarnessFaultException("the machine was too busy to give the worker its time"),
        StopCause.MachineOutOfMemory => throw new HarnessFaultException(
            "the machine ran out of memory and killed the worker below its limit"),
        StopCause.Cancelled => throw new OperationCanceledException(),
        _ => throw new InvalidOperationException($"no verdict is known for a worker that was stopped for {cause}"),
    };

    private static EarlyEnd Passed(Verdict verdict, string reason, string what, EarlyEnd? end) =>
        new(verdict, reason, null, end?.Call is { } call ? $"{what}, in {call}" : what);

    /// <summary>The runtime explains a crash on standard error.</summary>
    private static string LastWords(ConsoleText console) => console.Text.Length == 0 ? "" : $"; it printed: {console.Start}";
}
