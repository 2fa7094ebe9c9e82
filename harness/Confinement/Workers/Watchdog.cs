namespace Evaluator.Confinement.Workers;

/// <summary>One thread that checks the limits of all workers that are playing a case.</summary>
public sealed class Watchdog : IDisposable
{
    /// <summary>Memory is polled where nothing harder holds it.</summary>
    public static readonly TimeSpan Official = TimeSpan.FromMilliseconds(10);

    /// <summary>Where a polled worker is on its way to its limit: 76 MiB are touched, and given back, in some 20 ms.</summary>
    private static readonly TimeSpan CloseInterval = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly List<WorkerGuard> guards = [];
    // Not the slim one: that yields before it waits, and on a busy machine a yield may take 100 ms (seen with strace).
    private readonly ManualResetEvent stopping = new(initialState: false);
    private readonly Thread thread;
    private readonly TimeSpan interval;
    private bool cancelled;

    public Watchdog() : this(Official)
    {
    }

    /// <param name="interval">Between two looks; fast runs, which are unofficial, look more rarely.</param>
    public Watchdog(TimeSpan interval)
    {
        this.interval = interval;
        thread = new Thread(Watch) { IsBackground = true, Name = "watchdog" };
        thread.Start();
    }

    public void Add(WorkerGuard guard)
    {
        lock (gate)
        {
            guards.Add(guard);
            if (cancelled)
                guard.Cancel();
        }
    }

    public void Remove(WorkerGuard guard)
    {
        lock (gate)
            guards.Remove(guard);
    }

    /// <summary>
    /// Ends every worker, and those that are still to come: one that was being started would else play on until its limits, a minute after
    /// Ctrl-C.
    /// </summary>
    public void CancelAll()
    {
        lock (gate)
        {
            cancelled = true;
            guards.ForEach(guard => guard.Cancel());
        }
    }

    public void Dispose()
    {
        stopping.Set();
        thread.Join();
        stopping.Dispose();
    }

    private void Watch()
    {
        // Before the workers it watches, where this user may; the first argument stands for a thread, the second for this one.
        _ = LibC.setpriority(LibC.PRIO_PROCESS, 0, -10);
        var current = new List<WorkerGuard>();
        bool close = false;
        while (!stopping.WaitOne(close ? CloseInterval : interval))
        {
            lock (gate)
                current.AddRange(guards);
            close = false;
            foreach (WorkerGuard guard in current)
            {
                Check(guard);
                close |= guard.NeedsCloserLook;
            }
            current.Clear();
        }
    }

    /// <summary>A look that fails, for whatever reason, is a fault of that one case: all the others are still watched.</summary>
    private static void Check(WorkerGuard guard)
    {
        try
        {
            guard.Check();
        }
        catch (Exception ours)
        {
            guard.Fail(ours);
        }
    }
}
