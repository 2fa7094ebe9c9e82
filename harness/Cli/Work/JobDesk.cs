using Evaluator.Confinement.SelfTest;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>Does jobs, each kind in its way.</summary>
internal sealed class JobDesk(WorkBoard board, SubmissionShelf submissions, PackageShelf packages, OpenRuns runs, TestedSandbox sandbox)
{
    /// <param name="cancel">Set when the lease is lost, or the program stops.</param>
    /// <exception cref="LeaseLostException">The job is somebody else's.</exception>
    public void Do(Lease lease, CancellationToken cancel)
    {
        switch (lease.Kind)
        {
            case JobKind.Plan:
                new PlanJob(board, submissions, packages, runs, sandbox).Do(lease, cancel);
                break;
            case JobKind.Shard:
                new ShardJob(board, runs).Do(lease, cancel);
                break;
            default:
                new MergeJob(board, runs).Do(lease);
                break;
        }
    }
}
