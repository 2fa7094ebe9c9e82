using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>A lease while something is done for it.</summary>
internal sealed class HeldLease(HeldLeases all, Lease lease, CancellationTokenSource source) : IDisposable
{
    public Lease Lease => lease;

    /// <summary>Set when the lease is lost, or the program stops.</summary>
    public CancellationToken Cancel => source.Token;

    public void Lose() => source.Cancel();

    public void Dispose()
    {
        all.LetGo(this);
        source.Dispose();
    }
}
