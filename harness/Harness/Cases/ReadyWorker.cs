using Evaluator.Confinement;
using Evaluator.Confinement.Workers;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Cases;

/// <summary>
/// A worker that has done all that comes before the clock: started, confined, said hello, read the tables. Nothing of the predictor is in
/// it yet, so whatever goes wrong up to here is ours.
/// </summary>
internal sealed class ReadyWorker : IDisposable
{
    private readonly Watchdog watchdog;

    private ReadyWorker(WorkerCommand command, WorkerProcess process, Limits limits, Watchdog watchdog)
    {
        this.watchdog = watchdog;
        Command = command;
        Process = process;
        Guard = new WorkerGuard(process, limits);
        Session = new WorkerSession(process);
        watchdog.Add(Guard);
    }

    public WorkerCommand Command { get; }

    public WorkerProcess Process { get; }

    public WorkerGuard Guard { get; }

    public WorkerSession Session { get; }

    /// <param name="forMany">Whether it is to play case after case.</param>
    /// <param name="started">Is told the process's id before it says hello.</param>
    /// <param name="clock">Books the stages; of the calling thread, which must outlive the worker.</param>
    /// <exception cref="HarnessFaultException">It could not be started, or died.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static ReadyWorker Start(
        WorkerCommand command, StagedRun staged, Limits limits, Watchdog watchdog, bool forMany, StageClock clock,
        Action<int>? started = null)
    {
        clock.Restart();
        clock.Follow(TimeSpan.Zero);
        ReadyWorker worker = new(command, WorkerProcess.Start(command, staged.NewWorkingFolder), limits, watchdog);
        started?.Invoke(worker.Process.Id);
        bool ready = false;
        try
        {
            worker.Require(worker.Session.Greet(), "did not say hello");
            clock.Lap(Stage.Start, worker.Guard.CpuNow());
            staged.AwaitTables();
            worker.Require(worker.Session.Tables(command.Where(WorkerFiles.TablesInside), forMany), "did not take the tables");
            worker.Guard.WaitForCase();
            clock.Lap(Stage.StaticData, worker.Guard.CpuNow());
            ready = true;
            return worker;
        }
        finally
        {
            if (!ready)
                worker.Dispose();
        }
    }

    /// <summary>It may have waited for long: one that died meanwhile died of no predictor.</summary>
    /// <exception cref="HarnessFaultException">It is gone.</exception>
    public void RequireAlive()
    {
        if (Process.HasExited)
            Require(Reply.Gone, "died before its case began");
    }

    public void Dispose()
    {
        watchdog.Remove(Guard);
        Process.Dispose();
    }

    private void Require(Reply reply, string what)
    {
        if (reply == Reply.Done)
            return;
        if (Guard.Cause == StopCause.Cancelled)
            throw new OperationCanceledException();
        Process.Kill();
        ConsoleText console = Process.End(WorkerProcess.FarewellPatience);
        throw new HarnessFaultException($"a worker {what} ({reply}); it printed: {EscapedText.Of(console.Start)}");
    }
}
