using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// Plays a shard, one case after the other, and posts every result as it ends, on a thread of its own: the next case does not wait for the
/// board's disk. What this machine played before a lease was lost counts when the shard comes back to it.
/// </summary>
internal sealed class ShardJob(WorkBoard board, OpenRuns runs)
{
    public void Do(Lease lease, CancellationToken cancel)
    {
        using OpenRun open = runs.Take(lease, cancel);
        PlayableRun run = open.Run;
        using var posting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using BlockingCollection<string> ended = [];
        ExceptionDispatchInfo? failure = null;
        var poster = new Thread(() => failure = Post(lease, run, ended, posting)) { Name = "poster" };
        poster.Start();
        List<FaultRecord> faults = [];
        try
        {
            foreach (string caseId in lease.Cases.Where(run.Folder.HasResult))
                ended.Add(caseId, CancellationToken.None);
            run.Play(lease.Cases, lease.Part!, progress =>
            {
                if (progress is RunProgress.Played played)
                    ended.Add(played.Result.Case, CancellationToken.None);
                else if (progress is RunProgress.GivenUp given)
                    faults.Add(given.Fault);
            }, posting.Token);
        }
        finally
        {
            ended.CompleteAdding();
            poster.Join();
        }
        failure?.Throw();
        cancel.ThrowIfCancellationRequested();
        if (faults.Count > 0)
            throw new HarnessFaultException(
                $"{faults.Count} of {lease.Cases.Count} cases could not be played; {faults[0].Case}: {faults[0].Message}");
    }

    /// <returns>Why the rest was not posted; null where all was.</returns>
    private ExceptionDispatchInfo? Post(Lease lease, PlayableRun run, BlockingCollection<string> ended, CancellationTokenSource posting)
    {
        try
        {
            foreach (string caseId in ended.GetConsumingEnumerable())
                Post(lease, run, caseId);
            return null;
        }
        catch (Exception failed)
        {
            posting.Cancel();    // nobody wants what is still to be played
            return ExceptionDispatchInfo.Capture(failed);
        }
    }

    private void Post(Lease lease, PlayableRun run, string caseId)
    {
        CaseResult result = run.Folder.ReadCase(caseId)!;
        List<PostedFile> files = [PostedFile.Of(run.Folder.Path, RunFolder.CaseFileOf(caseId))];
        if (result.Predictions is { } predictions)
            files.Add(PostedFile.Of(run.Folder.Path, predictions.File));
        if (run.Folder.ConsoleFileOf(caseId) is { } console)
            files.Add(PostedFile.Of(run.Folder.Path, console));
        board.Played(lease, new CaseReport(caseId, result.Bits()), files);
    }
}
