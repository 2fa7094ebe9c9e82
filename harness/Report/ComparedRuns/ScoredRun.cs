using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Report.ComparedRuns;

/// <summary>A complete run with the scores of its cases, in ordinal order.</summary>
public sealed class ScoredRun
{
    private ScoredRun(string label, string folder, RunManifest manifest, IReadOnlyList<CaseResult> results, double score)
    {
        Label = label;
        Folder = folder;
        Manifest = manifest;
        Results = results;
        Score = score;
        Cases = [.. results.Select(result => result.Case)];
        CaseScores = [.. results.Select(result => result.Score!.Value)];
    }

    /// <summary>The predictor's name.</summary>
    public string Label { get; private init; }

    public string Folder { get; }

    public RunManifest Manifest { get; }

    public IReadOnlyList<CaseResult> Results { get; }

    public IReadOnlyList<string> Cases { get; }

    public double[] CaseScores { get; }

    public double Score { get; }

    /// <summary>What of the run competitors may see.</summary>
    public PublicView View => PublicView.Of(Manifest, Results);

    /// <summary>Reads the runs and makes sure that they can be compared.</summary>
    /// <exception cref="RunFolderException">One is incomplete or rejected, or they did not play the same cases with the same
    /// truth.</exception>
    public static IReadOnlyList<ScoredRun> ReadAll(IReadOnlyList<string> folders)
    {
        ScoredRun[] runs = [.. folders.Select(Read)];
        foreach (ScoredRun other in runs.Skip(1))
        {
            if (Ground.DifferenceOf(runs[0].Manifest, runs[0].Folder, other.Manifest, other.Folder) is { } difference)
                throw new RunFolderException(difference);
        }
        // Two runs of one predictor are told apart by their folders.
        bool repeated = runs.Select(run => run.Label).Distinct().Count() < runs.Length;
        return repeated
            ? [.. runs.Select(
                run => new ScoredRun($"{run.Label} in {Path.GetFileName(run.Folder)}", run.Folder, run.Manifest, run.Results, run.Score))]
                    : runs;
    }

    private static ScoredRun Read(string path)
    {
        RunFolder folder = RunFolder.Open(path);
        RunManifest manifest = folder.ReadManifest();
        IReadOnlyList<CaseResult> results = [.. folder.ReadCases().OrderBy(result => result.Case, StringComparer.Ordinal)];
        RunSummary summary = RunSummary.Of(manifest, results);
        if (summary.Rejected is { } why)
            throw new RunFolderException($"{folder.Path}: the predictor was rejected ({why}), so there is no score to compare.");
        return summary.Score is { } score
            ? new ScoredRun(manifest.Submission.Name, folder.Path, manifest, results, score)
            : throw new RunFolderException(
                $"{folder.Path} is incomplete: {summary.Cases} of {summary.CasesOfSet} cases have a result. Finish the run first.");
    }
}
