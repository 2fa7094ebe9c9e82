namespace Evaluator.Harness.Workers;

/// <summary>One thread that checks the limits of all workers that are playing a case.</summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>Design §3: memory is polled every 10 ms where nothing harder holds it.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly Lock gate = new();
    private readonly List<WorkerGuard> guards = [];
    private readonly ManualResetEventSlim stopping = new();
    private readonly Thread thread;

    public Watchdog()
    {
        thread = new Thread(Watch) { IsBackground = true, Name = "watchdog" };
        thread.Start();
    }

    public void Add(WorkerGuard guard)
    {
        lock (gate)
            guards.Add(guard);
    }

    public void Remove(WorkerGuard guard)
    {
        lock (gate)
            guards.Remove(guard);
    }

    /// <summary>Ends every worker that is playing now.</summary>
    public void CancelAll()
    {
        lock (gate)
            guards.ForEach(guard => guard.Cancel());
    }

    public void Dispose()
    {
        stopping.Set();
        thread.Join();
        stopping.Dispose();
    }

    private void Watch()
    {
        var current = new List<WorkerGuard>();
        while (!stopping.Wait(Interval))
        {
            lock (gate)
                current.AddRange(guards);
            foreach (WorkerGuard guard in current)
                guard.Check();
            current.Clear();
        }
    }
}
