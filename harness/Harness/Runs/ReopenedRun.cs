using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Harness.Runs;

/// <summary>A run that was planned or played before, and the data it is to be played with now.</summary>
internal sealed class ReopenedRun(RunFolder folder, DataPackage package)
{
    public RunFolder Folder => folder;

    public DataPackage Package => package;

    public RunManifest Manifest { get; } = folder.ReadManifest();

    public CallingSequence Sequence { get; } = CallingSequence.Parse(folder.ReadManifest().Months);

    /// <summary>What the data is now, of all cases of the run.</summary>
    /// <exception cref="PackageException">A file can't be read.</exception>
    public DataRecord DataNow() => DataListing.Of(package, Manifest.Cases, Sequence).RecordOf(package.Folder);

    /// <param name="rejection">Why it can't be run; null where it can.</param>
    /// <returns>Null where the submission is rejected.</returns>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run its language.</exception>
    public Submission? Open(string predictor, TestedSandbox sandbox, CancellationToken cancel, out string? rejection) =>
        Submission.Open(predictor, Manifest.Submission.Language, new Workshop(sandbox.Means, Workshop.Official, cancel), out rejection);
}
