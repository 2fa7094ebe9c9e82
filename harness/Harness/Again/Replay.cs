using System.Collections.Concurrent;
using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Again;

/// <summary>
/// Cases of a run played once more, under the limits, months and sandbox level it recorded and with the same predictor and data, and
/// compared bit for bit with what was kept. The run is not changed.
/// </summary>
public sealed class Replay
{
    private readonly ReopenedRun run;
    private readonly DataListing listing;
    private readonly Submission submission;
    private readonly TestedSandbox sandbox;

    private Replay(ReopenedRun run, DataListing listing, Submission submission, TestedSandbox sandbox) =>
        (this.run, this.listing, this.submission, this.sandbox) = (run, listing, submission, sandbox);

    /// <summary>What else than predictor and data is no longer as recorded: a difference may come from there.</summary>
    public IReadOnlyList<string> Differences { get; private init; } = [];

    /// <param name="predictor">The submission; it must be the one of the run.</param>
    /// <param name="package">The data; it must be that of the run.</param>
    /// <exception cref="RunFolderException">Predictor or data are not those of the run; the message says in what.</exception>
    public static Replay Of(RunFolder folder, string predictor, DataPackage package)
    {
        var run = new ReopenedRun(folder, package);
        RunManifest manifest = run.Manifest;
        DataListing listing = run.List(manifest.Cases);
        package.RequireRunnable(manifest.Cases, run.Sequence, EmptyMonths.Allowed);    // as it was played
        TestedSandbox sandbox = manifest.Sandbox is null ? TestedSandbox.Of() : TestedSandbox.Of(manifest.Sandbox.Level);
        Submission? submission = run.Open(predictor, sandbox, CancellationToken.None, out string? rejection);
        RunManifest now = manifest.Now(
            SubmissionRecord.Of(predictor, submission, rejection), listing.RecordOf(package.Folder), sandbox.Record);
        IReadOnlyList<string> differences = ManifestDifferences.OfInputs(manifest, now);
        if (submission is null || differences.Count > 0)
        {
            throw new RunFolderException(
                $"{folder.Path} can't be replayed: "
                + $"{rejection ?? "these are not its inputs. Changed since:\n  " + string.Join("\n  ", differences)}\n"
                + "Name the original predictor with --predictor and the original data with --data.");
        }
        return new Replay(run, listing, submission, sandbox)
        {
            Differences = [.. ManifestDifferences.OfVersions(manifest, now), .. ManifestDifferences.OfSandboxes(manifest, now)],
        };
    }

    /// <param name="cases">Cases of the run that have a result.</param>
    /// <returns>A finding for each case that could be played, in ordinal order.</returns>
    /// <exception cref="IOException">The scratch folder can't be written.</exception>
    public IReadOnlyList<ReplayFinding> Run(IReadOnlyList<string> cases, int laneCount, CancellationToken cancel)
    {
        var findings = new ConcurrentBag<ReplayFinding>();
        var lanes = new CaseLanes(
            new CaseSource(run.Package, run.Sequence, run.Manifest.Limits), new DataWatch(run.Package, listing, run.Sequence), sandbox,
            outcome => findings.Add(Compare(outcome)),
            (fault, last) =>
            {
                if (last)
                    findings.Add(ReplayFinding.Unknown(fault));
            });
        using StaticTables tables = run.Package.ReadStaticTables(run.Sequence);
        lanes.Play(cases, submission, tables, run.Folder.Path, laneCount, new StageClock(), cancel);
        return [.. findings.OrderBy(finding => finding.Case, StringComparer.Ordinal)];
    }

    /// <summary>Plays cases drawn at random, and keeps what that showed in the run folder.</summary>
    /// <param name="count">Cases to play; fewer where the run has fewer results.</param>
    public Verification Verify(int count, int laneCount, CancellationToken cancel)
    {
        string[] cases = [.. run.Manifest.Cases.Where(run.Folder.HasResult)];
        Random.Shared.Shuffle(cases);
        var verification = new Verification(DateTimeOffset.UtcNow, Run(cases[..Math.Min(count, cases.Length)], laneCount, cancel));
        run.Folder.Write(verification);
        return verification;
    }

    private ReplayFinding Compare(CaseOutcome replayed)
    {
        CaseResult recorded = run.Folder.ReadCase(replayed.Result.Case)
            ?? throw new InvalidOperationException($"{replayed.Result.Case} has no result to compare with");
        IReadOnlyList<double[]>? predictions = PredictionArchive.Read(run.Folder, recorded);
        PredictionDifference? difference = predictions is null || replayed.Predictions.Count == 0
            ? null
            : PredictionDifference.First(predictions, replayed.Predictions, run.Sequence, run.Package.ReadCase(recorded.Case).Locations);
        return new ReplayFinding(recorded.Case, recorded.Verdict, replayed.Result.Verdict, difference, replayed.Result.Detail);
    }
}
