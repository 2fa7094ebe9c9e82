using Evaluator.Confinement;
using Evaluator.Confinement.Workers;

namespace Evaluator.Harness.Cases;

/// <summary>
/// From what the limiters recorded and the conversation's end to the verdict. The limiters come first: a killed worker also breaks the
/// wire, and exit codes prove nothing (134 has four causes; design §4).
/// </summary>
internal static class Judgement
{
    /// <exception cref="HarnessFaultException">The machine is at fault.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static Stop? Of(StopCause cause, Stop? stop, Limits limits, ConsoleText console) => cause switch
    {
        StopCause.MemoryLimit => new Stop(Verdict.MemoryLimit, "limit", $"used more than {limits.MemoryMebibytes} MiB{During(stop)}"),
        StopCause.CpuLimit => new Stop(Verdict.TimeLimit, "cpu", $"used more than {limits.CpuSeconds:0.###} s of CPU time{During(stop)}"),
        StopCause.WallLimit => new Stop(Verdict.TimeLimit, "idle", $"took more than {limits.WallSeconds:0.###} s of wall-clock time{During(stop)}"),
        StopCause.MachineTooBusy => throw new HarnessFaultException("the machine was too busy to give the worker its time"),
        StopCause.MachineOutOfMemory => throw new HarnessFaultException("the machine ran out of memory and killed the worker below its limit"),
        StopCause.Cancelled => throw new OperationCanceledException(),
        _ => stop is { Verdict: Verdict.Crashed, Reason: "exit" } ? stop with { Detail = stop.Detail + LastWords(console) } : stop,
    };

    private static string During(Stop? stop) => stop is null ? "" : $", in {stop.Detail.Split(':')[0]}";

    /// <summary>The runtime explains a crash on standard error.</summary>
    private static string LastWords(ConsoleText console) => console.Text.Length == 0 ? "" : $"; it printed: {console.Start}";
}
