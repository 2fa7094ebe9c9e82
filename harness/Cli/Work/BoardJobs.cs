using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>Jobs from the board's own queue: it answers as soon as there is one.</summary>
internal sealed class BoardJobs(WorkBoard board, LeaseRequest request) : IJobSource
{
    public IOfferedJob? Next(CancellationToken cancel) => board.Lease(request) is { } lease ? new OfferedJob(lease) : null;

    public void Dispose()
    {
    }

    /// <summary>The board gives the job to others by itself when no heartbeat comes any more.</summary>
    private sealed record OfferedJob(Lease Lease) : IOfferedJob
    {
        public void Settle()
        {
        }

        public void Dispose()
        {
        }
    }
}
