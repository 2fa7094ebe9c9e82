using System.Collections.Concurrent;
using Evaluator.Contest;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Languages;
using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Submissions;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Runs;

/// <summary>
/// Cases of a run played once more, under the limits, months and sandbox level it recorded and with the same predictor and data, and compared bit for bit
/// with what was kept. The run is not changed.
/// </summary>
public sealed class Replay
{
    private readonly RunFolder folder;
    private readonly RunManifest manifest;
    private readonly DataPackage package;
    private readonly CallingSequence sequence;
    private readonly Submission submission;
    private readonly TestedSandbox sandbox;

    private Replay(RunFolder folder, DataPackage package, CallingSequence sequence, Submission submission, TestedSandbox sandbox)
    {
        (this.folder, this.package, this.sequence, this.submission, this.sandbox) = (folder, package, sequence, submission, sandbox);
        manifest = folder.ReadManifest();
    }

    /// <summary>What else than predictor and data is no longer as recorded: a difference may come from there.</summary>
    public IReadOnlyList<string> Differences { get; private init; } = [];

    /// <param name="predictor">The submission; it must be the one of the run.</param>
    /// <param name="package">The data; it must be that of the run.</param>
    /// <exception cref="RunFolderException">Predictor or data are not those of the run; the message says in what.</exception>
    public static Replay Of(RunFolder folder, string predictor, DataPackage package)
    {
        RunManifest manifest = folder.ReadManifest();
        CallingSequence sequence = CallingSequence.Parse(manifest.Months);
        package.RequireRunnable(manifest.Cases, sequence);
        TestedSandbox sandbox = manifest.Sandbox is null ? TestedSandbox.Of() : TestedSandbox.Of(manifest.Sandbox.Level);
        Submission? submission = Submission.Open(
            predictor, manifest.Submission.Language, new Workshop(sandbox.Means, Workshop.Official, CancellationToken.None), out string? rejection);
        var request = new RunRequest(predictor, package, manifest.Set, manifest.Cases, sequence, folder.Path, Workers: 1, manifest.Limits) { Sandbox = sandbox };
        RunManifest now = RunManifest.Of(
            request, SubmissionRecord.Of(predictor, submission, rejection), DataRecord.Of(package, manifest.Cases, sequence), manifest.ForeclosureRowsLeftOut);
        IReadOnlyList<string> differences = ManifestDifferences.OfInputs(manifest, now);
        if (submission is null || differences.Count > 0)
        {
            throw new RunFolderException(
                $"{folder.Path} can't be replayed: {rejection ?? "these are not its inputs. Changed since:\n  " + string.Join("\n  ", differences)}\n"
                + "Name the original predictor with --predictor and the original data with --data.");
        }
        return new Replay(folder, package, sequence, submission, sandbox)
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
            package, sequence, manifest.Limits, sandbox,
            outcome => findings.Add(Compare(outcome)),
            (fault, last) =>
            {
                if (last)
                    findings.Add(ReplayFinding.Unknown(fault));
            });
        using StaticTables tables = package.ReadStaticTables(sequence);
        lanes.Play(cases, submission, tables, folder.Path, laneCount, new StageClock(), cancel);
        return [.. findings.OrderBy(finding => finding.Case, StringComparer.Ordinal)];
    }

    private ReplayFinding Compare(CaseOutcome replayed)
    {
        CaseResult recorded = folder.ReadCase(replayed.Result.Case) ?? throw new InvalidOperationException($"{replayed.Result.Case} has no result to compare with");
        IReadOnlyList<double[]>? predictions = PredictionArchive.Read(folder, recorded);
        PredictionDifference? difference = predictions is null || replayed.Predictions.Count == 0
            ? null
            : PredictionDifference.First(predictions, replayed.Predictions, sequence, package.ReadCase(recorded.Case).Locations);
        return new ReplayFinding(recorded.Case, recorded.Verdict, replayed.Result.Verdict, difference, replayed.Result.Detail);
    }
}
