using System.Collections.Concurrent;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Confinement.Workers;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// Plays cases, several at a time. Every lane is a thread of its own that takes the next case, plays it and hands over what became of it,
/// until none is left; the next worker is made meanwhile. Faults of ours are tried again.
/// </summary>
/// <param name="watch">Over the package's files, as they were listed just now.</param>
/// <param name="finished">A case that ended with a verdict; called on the lane's thread, several at once.</param>
/// <param name="faulted">A try that ended in a fault of ours, and whether it was the last; likewise.</param>
internal sealed class CaseLanes(
    CaseSource source, DataWatch watch, TestedSandbox sandbox, Action<CaseOutcome> finished, Action<FaultRecord, bool> faulted)
{
    /// <summary>Faults of ours are retried, up to three times; nothing else is.</summary>
    private const int MostTries = 4;

    /// <summary>What a worker left and the kernel is still taking apart: the run's folder goes now, and its groups with it.</summary>
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> waiting = new();
    private readonly ConcurrentQueue<Exception> errors = new();

    /// <param name="cases">In the order in which they are to be begun.</param>
    /// <param name="scratchFolder">Where the workers' files go meanwhile.</param>
    /// <param name="clock">The caller's; gets what the lanes took.</param>
    /// <exception cref="PackageException">A table changed before the first case.</exception>
    /// <exception cref="IOException">A result could not be kept; those before it are.</exception>
    public void Play(
        IReadOnlyList<string> cases, Submission submission, StaticTables tables, string scratchFolder, int laneCount, StageClock clock,
        CancellationToken cancel)
    {
        using var staged = new StagedRun(scratchFolder, submission, tables);
        // What planning and staging left is garbage by now; untold, the collector keeps it through the first hundreds of cases.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Play(cases, staged, laneCount, clock, cancel);
    }

    /// <param name="staged">What workers need, laid out before.</param>
    public void Play(IReadOnlyList<string> cases, StagedRun staged, int laneCount, StageClock clock, CancellationToken cancel)
    {
        foreach (string caseId in cases)
            waiting.Enqueue(caseId);
        watch.RequireTables();
        clock.Lap(Stage.Staging);
        using (var watchdog = new Watchdog())
        using (cancel.Register(watchdog.CancelAll))
        {
            StageClock[] clocks = new StageClock[Math.Min(laneCount, cases.Count)];
            var lanes = new List<Thread>();
            for (int i = 0; i < clocks.Length; i++)
            {
                int number = i;
                var lane = new Thread(() => clocks[number] = Lane(clocks.Length, staged, watchdog, cancel)) { Name = $"lane {i}" };
                lane.Start();
                lanes.Add(lane);
            }
            lanes.ForEach(lane => lane.Join());
            _ = Stragglers.Sweep(LastPatience);
            clock.Lap(Stage.Cases);
            foreach (StageClock ended in clocks)
            {
                ended.Idle();
                clock.Add(ended);
            }
        }
        if (errors.TryDequeue(out Exception? error))
            throw error is IOException ? new IOException(error.Message, error) : new AggregateException(error);
    }

    /// <returns>What the lane's time went to.</returns>
    private StageClock Lane(int laneCount, StagedRun staged, Watchdog watchdog, CancellationToken cancel)
    {
        var clock = new StageClock();
        var command = new WorkerCommand(source.Limits, sandbox.Means, staged.Program(source.Limits));
        // A spare that nobody takes costs what a case does: none is made when there is not one more case for every lane.
        var workers = new WorkerSupply(
            starting => ReadyWorker.Start(command, staged, source.Limits, watchdog, forMany: false, starting),
            () => waiting.Count >= laneCount);
        using (workers)
        {
            var runner = new CaseRunner(source, watch, staged, workers, clock);
            try
            {
                while (errors.IsEmpty && !cancel.IsCancellationRequested && waiting.TryDequeue(out string? caseId))
                    PlayCase(runner, caseId, clock, cancel);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C: the case that was being played has no result and is run by --resume.
            }
            catch (Exception error)
            {
                errors.Enqueue(error);    // the run's caller gets it on its own thread
                watchdog.CancelAll();
            }
        }
        clock.Add(workers.Clock);
        return clock;
    }

    private void PlayCase(CaseRunner runner, string caseId, StageClock clock, CancellationToken cancel)
    {
        for (int tries = 1; tries <= MostTries; tries++)
        {
            try
            {
                CaseOutcome outcome = runner.Run(caseId);
                finished(outcome with { Result = outcome.Result with { FaultsBefore = tries - 1 } });
                clock.Lap(Stage.Writing);
                return;
            }
            catch (HarnessFaultException fault)
            {
                cancel.ThrowIfCancellationRequested();
                faulted(FaultRecord.Of(caseId, fault), tries == MostTries);
            }
        }
    }
}
