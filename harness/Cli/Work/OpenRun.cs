using Evaluator.Harness.Runs;

namespace Evaluator.Cli.Work;

/// <summary>
/// An evaluation that this worker plays shards of; several places of the worker may use it at once. <see cref="OpenRuns"/> counts its
/// users.
/// </summary>
internal sealed class OpenRun(OpenRuns all) : IDisposable
{
    private readonly Lock making = new();
    private PlayableRun? run;
    private bool isRetired;

    public int Uses { get; set; }

    public long LastUse { get; set; }

    public PlayableRun Run => run!;

    /// <summary>One makes it ready, the others wait.</summary>
    public void RequireReady(Func<PlayableRun> open)
    {
        lock (making)
            run ??= open();
    }

    public void Dispose() => all.GiveBack(this);

    /// <summary>No longer kept: closed as soon as nobody uses it.</summary>
    public void Retire()
    {
        isRetired = true;
        CloseIfUnused();
    }

    public void CloseIfUnused()
    {
        if (isRetired && Uses == 0)
            run?.Dispose();
    }
}
