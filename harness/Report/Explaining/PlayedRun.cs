using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Report.Explaining;

/// <summary>A run put together again: its results, the predictions it archived, and the truth from the data package.</summary>
public sealed class PlayedRun
{
    private readonly EventTypeTable types;
    private readonly CallingSequence sequence;
    private readonly MonthScorer scorer = new();

    private PlayedRun(RunFolder folder, RunManifest manifest, DataPackage package)
    {
        Folder = folder;
        Manifest = manifest;
        Package = package;
        types = package.ReadEventTypes();
        sequence = CallingSequence.Parse(manifest.Months);
    }

    public RunFolder Folder { get; }

    public RunManifest Manifest { get; }

    public DataPackage Package { get; }

    /// <param name="folder">The run.</param>
    /// <param name="data">Folder of the data package; null for the one that the run was made with.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    public static PlayedRun Open(RunFolder folder, string? data)
    {
        RunManifest manifest = folder.ReadManifest();
        if (data is null && !Directory.Exists(manifest.Data.Folder))
            throw new RunFolderException(
                $"the data of this run stood in {manifest.Data.Folder}, which is not there now; name its folder with --data.");
        return new PlayedRun(folder, manifest, DataPackage.Open(data ?? manifest.Data.Folder));
    }

    /// <returns>Null where no predictions were kept: the case was not accepted, or the run is older than the archive.</returns>
    /// <exception cref="RunFolderException">The archive is damaged, or the data is not what the run was scored with.</exception>
    public PlayedCase? Read(CaseResult result)
    {
        if (PredictionArchive.Read(Folder, result) is not { } predictions)
            return null;
        ContestCase place = Package.ReadCase(result.Case);
        var months = new List<PlayedMonth>();
        foreach ((int month, double[] values) in sequence.PredictedMonths.Zip(predictions))
        {
            MonthTruth truth = Package.ReadTruth(place, month, types);
            RequireRecorded(result, month, truth.Actual, values);
            months.Add(new PlayedMonth(month, truth.Actual, values));
        }
        return new PlayedCase(result, place, months);
    }

    /// <summary>An explanation of another score than the recorded one would mislead.</summary>
    private void RequireRecorded(CaseResult result, int month, ActualMonth actual, double[] predictions)
    {
        PredictionFormat format = scorer.Score(actual, predictions, out MonthScore score);
        double? recorded = result.Months.FirstOrDefault(played => played.Month == month)?.Score;
        if (format != PredictionFormat.WellFormed || recorded is not { } expected
            || Math.Abs(score.Score - expected) > 1e-9 * Math.Max(1, expected))
            throw new RunFolderException(
                $"{result.Case}, month {month}: {Package.Folder} gives a score of {score.Score:F6}, the run recorded {recorded:F6}. "
            + "It is not the data this run was scored with; name that one with --data.");
    }
}
