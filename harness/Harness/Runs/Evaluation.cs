using Evaluator.Contest;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Languages;
using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Submissions;

namespace Evaluator.Harness.Runs;

/// <summary>
/// One run: a submission over a list of cases. Results are on disk as they end, and the summary is made from those files alone, so a run
/// that was interrupted and continued gives the same one.
/// </summary>
public sealed class Evaluation(RunRequest request)
{
    private readonly TestedSandbox sandbox = request.Sandbox ?? TestedSandbox.Of();
    private readonly Lock gate = new();
    private int done;

    /// <summary>Told before the first case what was found, where the run continues one.</summary>
    public Action<ResumedRun>? Resumed { get; init; }

    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="cancel">Stops the run: what is finished is kept.</param>
    /// <exception cref="PackageException">The data can't be used; nothing ran.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile or run the submission's language; nothing ran.</exception>
    /// <exception cref="RunFolderException">The run folder can't be used, or not be continued with this request; nothing ran.</exception>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public RunSummary Run(Action<RunProgress> report, CancellationToken cancel)
    {
        request.Package.RequireRunnable(request.Cases, request.Sequence);
        Submission? submission = Submission.Open(request.Predictor, request.Language, new Workshop(sandbox.Means, request.CompilationLimits, cancel), out string? rejection);
        using StaticTables tables = request.Package.ReadStaticTables(request.Sequence);
        RunManifest asked = RunManifest.Of(request with { Sandbox = sandbox }, SubmissionRecord.Of(request.Predictor, submission, rejection), tables.ForeclosureRowsLeftOut);
        RunFolder folder = request.Resume && RunFolder.Exists(request.Folder)
            ? Continue(asked)
            : RunFolder.Create(request.Folder, asked, adopt: request.Resume);
        if (submission is not null)
            PlayMissing(folder, submission, tables, report, cancel);
        return Summarise(folder);
    }

    /// <summary>Opens the run there is, if it is the one that is asked for, and makes its folder sound.</summary>
    private RunFolder Continue(RunManifest asked)
    {
        RunFolder folder = RunFolder.Open(request.Folder);
        IReadOnlyList<string> differences = ManifestDifferences.OfRuns(folder.ReadManifest(), asked);
        if (differences.Count > 0)
        {
            throw new RunFolderException(
                $"{folder.Path} can't be resumed, because its results would not belong together; nothing was touched. Changed since:\n  "
                + string.Join("\n  ", differences) + "\nRestore what changed, or choose another --out for a new run.");
        }
        Leftovers.Remove(folder.Path);
        RunInspection found = folder.Inspect();
        folder.SetAside(found.Damages);
        Resumed?.Invoke(new ResumedRun(found.Results.Count, asked.Cases.Count, found.Damages));
        return folder;
    }

    /// <summary>Plays the cases of the manifest that have no result yet.</summary>
    private void PlayMissing(RunFolder folder, Submission submission, StaticTables tables, Action<RunProgress> report, CancellationToken cancel)
    {
        string[] missing = [.. folder.ReadManifest().Cases.Where(blockGroup => !folder.HasResult(blockGroup))];
        void Report(CaseResult? result, IReadOnlyList<double[]> predictions, FaultRecord? fault)
        {
            lock (gate)
                report(new RunProgress(++done, missing.Length, result, predictions, fault));
        }
        var lanes = new CaseLanes(
            request.Package, request.Sequence, request.Limits, sandbox,
            outcome =>
            {
                folder.Write(outcome);
                Report(outcome.Result, outcome.Predictions, null);
            },
            (fault, last) =>
            {
                folder.Write(fault);
                if (last)
                    Report(null, [], fault);
            });
        if (missing.Length > 0)
            lanes.Play(missing, submission, tables, folder.Path, request.Workers, cancel);
    }

    /// <summary>Folds the case files into the summary.</summary>
    private static RunSummary Summarise(RunFolder folder)
    {
        RunManifest manifest = folder.ReadManifest();
        RunSummary summary = RunSummary.Of(manifest, folder.ReadCases(manifest));
        folder.Write(summary);
        return summary;
    }
}
