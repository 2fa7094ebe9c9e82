using Evaluator.Confinement.Disk;
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

    /// <summary>What the data of these cases is now. Made before anything of it is read (<see cref="DataWatch"/>).</summary>
    /// <exception cref="PackageException">A file can't be read.</exception>
    public DataListing List(IReadOnlyList<string> cases) => DataListing.Of(package, cases, Sequence);

    /// <param name="rejection">Why it can't be run; null where it can.</param>
    /// <returns>Null where the submission is rejected.</returns>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run its language.</exception>
    public Submission? Open(string predictor, TestedSandbox sandbox, CancellationToken cancel, out string? rejection) =>
        Submission.Open(predictor, Manifest.Submission.Language, new Workshop(sandbox.Means, Workshop.Official, cancel), out rejection);

    /// <summary>
    /// Makes sure that this machine has what the plan names: predictor, data of the cases, code, runtime, compiler, sandbox.
    /// </summary>
    /// <param name="predictor">The submission, a file or a folder.</param>
    /// <param name="listing">Of the cases.</param>
    /// <param name="what">What is to be played, for the message.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="RunFolderException">This machine has not what the plan names, or its sandbox is not enough.</exception>
    public Submission RequirePlanned(
        string predictor, IReadOnlyList<string> cases, DataListing listing, TestedSandbox here, string what, CancellationToken cancel)
    {
        if (here.ShortfallOf(Manifest.RequiredSandbox) is { } shortfall)
            throw new RunFolderException(shortfall);
        package.RequireRunnable(cases, Sequence, EmptyMonths.Allowed);    // it was planned so, on the same bytes
        Submission? submission = Open(predictor, here, cancel, out string? rejection);
        RunManifest now = Manifest.Now(SubmissionRecord.Of(Manifest.Submission.Path, submission, rejection), Manifest.Data, here.Record);
        IReadOnlyList<string> differences =
            [.. ManifestDifferences.OfRuns(Manifest, now), .. DataListing.Read(folder).DifferencesOf(listing, package, cases, Sequence)];
        return submission is not null && differences.Count == 0
            ? submission
            : throw new RunFolderException(
                $"{Environment.MachineName} can't play {what}, because its results would not belong there; nothing ran. "
                + (rejection ?? "Not as planned:\n  " + string.Join("\n  ", differences))
                + "\nGive this machine what the plan names, or plan a new run.");
    }

    /// <summary>
    /// Removes what a killed harness of this machine left, and sets aside damaged results of the cases, which are played again.
    /// </summary>
    /// <returns>What there was; null where nothing was.</returns>
    public ResumedRun? Prepare(IReadOnlyList<string> cases)
    {
        Leftovers.Remove(folder.Path);
        RunInspection found = folder.Inspect(cases);
        folder.SetAside(found.Damages);
        return found.Results.Count + found.Damages.Count > 0 ? new ResumedRun(found.Results.Count, cases.Count, found.Damages) : null;
    }
}
