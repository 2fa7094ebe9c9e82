using Evaluator.Confinement.Workers;

namespace Evaluator.Harness.Cases;

/// <summary>What is known of a worker that is gone: what its guard saw, what it printed, how it left.</summary>
/// <param name="ExitCode">128 and the signal's number after a signal; null for a process that does not die. It proves nothing.</param>
internal sealed record WorkerEnd(StopCause Cause, long PeakMemoryBytes, ConsoleText Console, int? ExitCode)
{
    public static WorkerEnd Of(WorkerGuard guard, WorkerProcess process, ConsoleText console) =>
        new(guard.Cause, guard.PeakMemoryBytes, console, process.ExitCode);
}
