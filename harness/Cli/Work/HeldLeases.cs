using Evaluator.Cli.Boards;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// The jobs that this worker is at, kept alive by heartbeats from a thread of its own: cases may keep all others busy for minutes. A lease
/// that the board says is lost stops what is done for it.
/// </summary>
internal sealed class HeldLeases : IDisposable
{
    private readonly WorkBoard board;
    private readonly string worker;
    private readonly Dictionary<string, HeldLease> held = new(StringComparer.Ordinal);
    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;
    private TimeSpan pause = TimeSpan.FromSeconds(1);

    public HeldLeases(WorkBoard board, string worker)
    {
        this.board = board;
        this.worker = worker;
        thread = new Thread(Beat) { Name = "heartbeat", IsBackground = true };
        thread.Start();
    }

    /// <param name="program">Cancelled when the program stops.</param>
    public HeldLease Hold(Lease lease, CancellationToken program)
    {
        var one = new HeldLease(this, lease, CancellationTokenSource.CreateLinkedTokenSource(program));
        lock (held)
        {
            held[lease.Key] = one;
            pause = TimeSpan.FromSeconds(lease.HeartbeatSeconds);
        }
        return one;
    }

    public void LetGo(HeldLease one)
    {
        lock (held)
            held.Remove(one.Lease.Key);
    }

    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }

    private void Beat()
    {
        while (!ended.Wait(pause))
        {
            string[] keys;
            lock (held)
                keys = [.. held.Keys];
            if (keys.Length > 0)
                Beat(keys);
        }
    }

    /// <summary>
    /// A board that does not answer may be back before the leases are over: what is done goes on, and its results decide.
    /// </summary>
    private void Beat(string[] keys)
    {
        try
        {
            Lose(board.Heartbeat(new HeartbeatRequest(worker, keys)).Lost);
        }
        catch (BoardRefusalException refused) when (refused.IsOfToken)
        {
            Lose(keys);
        }
        catch (Exception away) when (away is HttpRequestException or BoardRefusalException or OperationCanceledException)
        {
            // Told by the client, once.
        }
    }

    private void Lose(IReadOnlyList<string> keys)
    {
        lock (held)
        {
            foreach (string key in keys)
                held.GetValueOrDefault(key)?.Lose();
        }
    }
}
