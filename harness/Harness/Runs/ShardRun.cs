using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// Theory of operation. A planned run stands in a folder that many machines see; each plays shards of it, as often as it is started.
/// Nothing is agreed between them: who plays which case is a function of the manifest (<see cref="Dealing"/>), a case that has a result is
/// not played again, and of two that play the same case the first to write its file counts. So a shard may be killed, started again
/// elsewhere, or run twice at once. Before the first case a shard makes sure that it has the predictor, the data, the code and the sandbox
/// of the plan.
/// </summary>
/// <param name="sandbox">Of this machine; null to test it.</param>
/// <param name="scratchFolder">Where the workers' files go meanwhile; null for the run folder.</param>
public sealed class ShardRun(
    RunFolder folder, Shard shard, DataPackage package, int workers, TestedSandbox? sandbox = null, string? scratchFolder = null)
{
    private readonly ReopenedRun run = new(folder, package);
    private readonly RunManifest manifest = folder.ReadManifest();

    /// <summary>Told before the first case what is there already, where something is.</summary>
    public Action<ResumedRun>? Resumed { get; init; }

    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="cancel">Stops the shard: what is finished is kept.</param>
    /// <returns>The results that its cases have now; fewer than it has cases where faults of ours left some without.</returns>
    /// <exception cref="PackageException">The data can't be used; nothing ran.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run the submission's language; nothing ran.</exception>
    /// <exception cref="RunFolderException">This machine has not what the plan names, or its sandbox is not enough; nothing
    /// ran.</exception>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public ShardResult Run(Action<RunProgress> report, CancellationToken cancel)
    {
        IReadOnlyList<string> cases = Cases;
        ShardResult found = Found();
        if (found.Results.Count == cases.Count)
            return found;
        TestedSandbox here = sandbox ?? TestedSandbox.Of();
        DataListing listing = run.List(cases);
        Submission submission = run.RequirePlanned(
            SubmissionCopy.Find(folder), cases, listing, here, $"shard {shard} of {folder.Path}", cancel);
        if (run.Prepare(cases) is { } resumed)
            Resumed?.Invoke(resumed);
        using StaticTables tables = package.ReadStaticTables(run.Sequence);
        new RunPlayer(folder, $"{shard}", package, listing, here).PlayMissing(
            cases, submission, tables, scratchFolder ?? folder.Path, workers, new StageClock(), report, cancel);
        return Found();
    }

    /// <summary>What its cases have by now.</summary>
    public ShardResult Found() => new(Cases.Count, folder.Inspect(Cases).Results);

    private IReadOnlyList<string> Cases => manifest.Submission.Rejection is null ? Dealing.Of(manifest, shard) : [];
}
