using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Evaluator.Confinement;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Cases;

/// <summary>
/// One lane's next worker, made on a thread of its own while the lane plays a case, so that the next one starts at once. That thread lives
/// as long as the lane: a worker dies with the thread that started it. What goes wrong with a worker comes out where it is taken.
/// </summary>
internal sealed class WorkerSupply : IDisposable
{
    private readonly Func<StageClock, ReadyWorker> start;
    private readonly Func<bool> isAnotherNeeded;
    private readonly SemaphoreSlim orders = new(0);
    private readonly BlockingCollection<(ReadyWorker? Worker, ExceptionDispatchInfo? Failure)> made = [];
    private readonly Thread thread;
    private StageClock? clock;
    private bool isOrdered;
    private volatile bool ended;

    /// <param name="start">Makes a worker.</param>
    /// <param name="isAnotherNeeded">Asked when one is taken.</param>
    public WorkerSupply(Func<StageClock, ReadyWorker> start, Func<bool> isAnotherNeeded)
    {
        this.start = start;
        this.isAnotherNeeded = isAnotherNeeded;
        thread = new Thread(Make) { Name = "supply" };
        thread.Start();
    }

    /// <summary>What making them took; to be asked for after the end.</summary>
    public StageClock Clock => clock!;

    /// <summary>Waits for the worker that was ordered, or else for a new one, and has the next one made.</summary>
    /// <exception cref="HarnessFaultException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ReadyWorker Take()
    {
        if (!isOrdered)
            orders.Release();
        (ReadyWorker? worker, ExceptionDispatchInfo? failure) = made.Take();
        isOrdered = isAnotherNeeded();
        if (isOrdered)
            orders.Release();
        failure?.Throw();
        return worker!;
    }

    public void Dispose()
    {
        ended = true;
        orders.Release();
        thread.Join();
        while (made.TryTake(out (ReadyWorker? Worker, ExceptionDispatchInfo?) left))
            left.Worker?.Dispose();
        made.Dispose();
        orders.Dispose();
    }

    private void Make()
    {
        clock = new StageClock();
        while (true)
        {
            orders.Wait();
            if (ended)
                return;
            try
            {
                made.Add((start(clock), null));
            }
            catch (Exception failed) when (failed is HarnessFaultException or OperationCanceledException or IOException
            or UnauthorizedAccessException)
            {
                made.Add((null, ExceptionDispatchInfo.Capture(failed)));
            }
        }
    }
}
