using Evaluator.Confinement;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>The first job of an evaluation: what <c>evaluator plan</c> does, and how the cases are dealt to shards.</summary>
internal sealed class PlanJob(WorkBoard board, SubmissionShelf submissions, PackageShelf packages, OpenRuns runs, TestedSandbox sandbox)
{
    private static readonly string[] PlanFiles = [RunFolder.RunFile, RunFolder.DataFile];

    public void Do(Lease lease, CancellationToken cancel)
    {
        if (sandbox.ShortfallOf(lease.Evaluation.SandboxLevel) is { } shortfall)
            throw new RunFolderException(shortfall);
        if (submissions.Find(lease, out string? rejection) is not { } predictor)
        {
            board.Planned(lease, new PlanReport(rejection, []), []);
            return;
        }
        runs.Forget(lease.Evaluation);    // of a plan that was begun here and lost
        RunFolder folder = new Evaluation(Request(lease.Evaluation, predictor, packages.Fresh(lease))).Plan(cancel);
        RunManifest manifest = folder.ReadManifest();
        PostedFile[] files = [.. PlanFiles.Select(name => PostedFile.Of(folder.Path, name))];
        rejection = manifest.Submission.Rejection;
        board.Planned(lease, new PlanReport(rejection, rejection is null ? Shards(manifest, lease.Evaluation.CasesOfShard) : []), files);
        if (rejection is not null)
            runs.Forget(lease.Evaluation);
    }

    private RunRequest Request(EvaluationOrder order, string predictor, DataPackage package) => new(
        predictor, package, order.Set, package.Set(order.Set), CallingSequence.Parse(order.Months), runs.FolderOf(order), Workers: 1,
        new Limits(order.CpuSeconds, order.WallSeconds, order.MemoryMebibytes, order.Cores))
    {
        RequiredSandbox = order.SandboxLevel,
        Sandbox = sandbox,
    };

    private static IReadOnlyList<IReadOnlyList<string>> Shards(RunManifest manifest, int most)
    {
        int count = (manifest.Cases.Count + most - 1) / most;
        return [.. Enumerable.Range(1, count).Select(number => Dealing.Of(manifest, new Shard(number, count)))];
    }
}
