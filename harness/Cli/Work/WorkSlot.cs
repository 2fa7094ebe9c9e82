using Evaluator.Cli.Boards;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Contest;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// One of a worker's places: it asks for a job, does it, asks for the next. What a competitor did is in the results; what goes wrong here
/// is a fault that the board is told, so that the job is done again, elsewhere or later, and charges nobody.
/// </summary>
internal sealed class WorkSlot(IJobSource jobs, WorkBoard board, HeldLeases leases, JobDesk desk, CancellationToken cancel)
{
    /// <summary>After a fault of this machine's the next job might fail the same way; a pause lets others have it.</summary>
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    /// <exception cref="BoardRefusalException">The token is good no longer.</exception>
    public void Run()
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                using IOfferedJob? offered = jobs.Next(cancel);
                if (offered is not null)
                    Do(offered.Lease);
                offered?.Settle();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: the board gives what we held to others.
        }
    }

    private void Do(Lease lease)
    {
        using HeldLease held = leases.Hold(lease, cancel);
        try
        {
            desk.Do(lease, held.Cancel);
        }
        catch (LeaseLostException lost)
        {
            Console.Error.WriteLine(lost.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Console.Error.WriteLine($"{lease.Job} is ours no longer: the board gave it to somebody else");
        }
        catch (Exception fault) when (IsOfThisMachine(fault))
        {
            Console.Error.WriteLine($"{lease.Job}: {fault.Message}");
            Tell(lease, fault);
            cancel.WaitHandle.WaitOne(PauseAfterFault);
        }
    }

    private void Tell(Lease lease, Exception fault)
    {
        try
        {
            board.Faulted(lease, new FaultReport($"{Environment.MachineName}: {fault.Message}"));
        }
        catch (LeaseLostException)
        {
            // Then it is somebody else's already.
        }
    }

    private static bool IsOfThisMachine(Exception fault) =>
        fault is BoardRefusalException { IsOfToken: false } or HarnessFaultException or PackageException or RunFolderException
        or ToolchainMissingException
        or IOException or UnauthorizedAccessException or InvalidDataException or AggregateException;
}
