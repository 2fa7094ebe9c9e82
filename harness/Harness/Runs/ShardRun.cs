using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// Theory of operation. A planned run stands in a folder that many machines see; each plays shards of it, as often as it is started. Nothing
/// is agreed between them: who plays which case is a function of the manifest (<see cref="Dealing"/>), a case that has a result is not
/// played again, and of two that play the same case the first to write its file counts. So a shard may be killed, started again elsewhere, or
/// run twice at once. Before the first case a shard makes sure that it has the predictor, the data, the code and the sandbox of the plan.
/// </summary>
/// <param name="sandbox">Of this machine; null to test it.</param>
/// <param name="scratchFolder">Where the workers' files go meanwhile; null for the run folder.</param>
public sealed class ShardRun(RunFolder folder, Shard shard, DataPackage package, int workers, TestedSandbox? sandbox = null, string? scratchFolder = null)
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
    /// <exception cref="RunFolderException">This machine has not what the plan names, or its sandbox is not enough; nothing ran.</exception>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public ShardResult Run(Action<RunProgress> report, CancellationToken cancel)
    {
        IReadOnlyList<string> cases = manifest.Submission.Rejection is null ? Dealing.Of(manifest, shard) : [];
        ShardResult found = Found(cases);
        if (found.Results.Count == cases.Count)
            return found;
        TestedSandbox here = sandbox ?? TestedSandbox.Of();
        if (here.ShortfallOf(manifest.RequiredSandbox) is { } shortfall)
            throw new RunFolderException(shortfall);
        CallingSequence sequence = run.Sequence;
        package.RequireRunnable(cases, sequence);
        Submission submission = RequirePlanned(cases, sequence, here, cancel);
        Prepare(cases);
        using StaticTables tables = package.ReadStaticTables(sequence);
        new RunPlayer(folder, shard, package, here, workers, scratchFolder).PlayMissing(submission, tables, new StageClock(), report, cancel);
        return Found(cases);
    }

    private ShardResult Found(IReadOnlyList<string> cases) => new(cases.Count, folder.Inspect(cases).Results);

    /// <exception cref="RunFolderException">This machine has not what the plan names.</exception>
    private Submission RequirePlanned(IReadOnlyList<string> cases, CallingSequence sequence, TestedSandbox here, CancellationToken cancel)
    {
        Submission? submission = run.Open(SubmissionCopy.Find(folder), here, cancel, out string? rejection);
        RunManifest now = manifest.Now(SubmissionRecord.Of(manifest.Submission.Path, submission, rejection), manifest.Data, here.Record);
        IReadOnlyList<string> differences =
            [.. ManifestDifferences.OfRuns(manifest, now), .. DataListing.Read(folder).DifferencesOf(package, cases, sequence)];
        return submission is not null && differences.Count == 0
            ? submission
            : throw new RunFolderException(
                $"{Environment.MachineName} can't play shard {shard} of {folder.Path}, because its results would not belong there; nothing ran. "
                + (rejection ?? "Not as planned:\n  " + string.Join("\n  ", differences)) + "\nGive this machine what the plan names, or plan a new run.");
    }

    /// <summary>Removes what a killed harness of this machine left, and sets aside damaged results of the shard's cases, which are played again.</summary>
    private void Prepare(IReadOnlyList<string> cases)
    {
        Leftovers.Remove(folder.Path);
        RunInspection found = folder.Inspect(cases);
        folder.SetAside(found.Damages);
        if (found.Results.Count + found.Damages.Count > 0)
            Resumed?.Invoke(new ResumedRun(found.Results.Count, cases.Count, found.Damages));
    }
}
