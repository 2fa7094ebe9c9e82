using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// A planned run of which this machine was seen to have everything: submission, data, code, compiler, sandbox. It plays any of its cases,
/// as often as it is asked and by several callers at once; what workers need is laid out once. For who plays many small shards of many
/// runs.
/// </summary>
public sealed class PlayableRun : IDisposable
{
    private readonly DataPackage package;
    private readonly DataListing listing;
    private readonly TestedSandbox sandbox;
    private readonly StagedRun staged;

    private PlayableRun(RunFolder folder, DataPackage package, DataListing listing, TestedSandbox sandbox, StagedRun staged)
    {
        Folder = folder;
        this.package = package;
        this.listing = listing;
        this.sandbox = sandbox;
        this.staged = staged;
    }

    public RunFolder Folder { get; }

    /// <param name="predictor">The submission: the file or folder that was handed in.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run the submission's language.</exception>
    /// <exception cref="RunFolderException">This machine has not what the plan names, or its sandbox is not enough.</exception>
    /// <exception cref="IOException">What workers need can't be written.</exception>
    public static PlayableRun Open(RunFolder folder, string predictor, DataPackage package, TestedSandbox sandbox, CancellationToken cancel)
    {
        var run = new ReopenedRun(folder, package);
        DataListing listing = run.List(run.Manifest.Cases);
        Submission submission = run.RequirePlanned(predictor, run.Manifest.Cases, listing, sandbox, folder.Path, cancel);
        run.Prepare(run.Manifest.Cases);
        using StaticTables tables = package.ReadStaticTables(run.Sequence);
        new DataWatch(package, listing, run.Sequence).RequireTables();
        return new PlayableRun(folder, package, listing, sandbox, new StagedRun(folder.Path, submission, tables));
    }

    /// <summary>Plays those of the cases that have no result in the folder, one after the other.</summary>
    /// <param name="part">What the results name as the part that they were played in.</param>
    /// <param name="report">Called for each case that ended.</param>
    /// <param name="cancel">Stops playing: what is finished is kept.</param>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public void Play(IReadOnlyList<string> cases, string part, Action<RunProgress> report, CancellationToken cancel) =>
        new RunPlayer(Folder, part, package, listing, sandbox).PlayMissing(cases, staged, workers: 1, new StageClock(), report, cancel);

    public void Dispose() => staged.Dispose();
}
