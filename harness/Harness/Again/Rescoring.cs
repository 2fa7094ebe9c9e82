using System.Collections.Concurrent;
using Evaluator.Confinement;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Harness.Again;

/// <summary>
/// A run scored once more from its archive, with the truth and the scorer of today: no predictor runs. The run folder is not changed;
/// the new scores can be kept as a run of their own.
/// </summary>
/// <param name="Before">The run's summary, as its case files give it.</param>
/// <param name="After">The summary with today's scores.</param>
/// <param name="Changed">Cases whose score or events are no longer what they were, in the run's order.</param>
/// <param name="Unscorable">Cases whose predictions no longer fit: the truth has other locations now.</param>
/// <param name="Differences">In what data and versions differ from the run's.</param>
public sealed record Rescoring(
    RunSummary Before, RunSummary After, IReadOnlyList<RescoredCase> Changed, IReadOnlyList<string> Unscorable,
    IReadOnlyList<string> Differences)
{
    /// <param name="keepIn">A new or empty folder for the new scores and a copy of the archive; null to keep nothing.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="RunFolderException">A file of the run is damaged, or the new folder can't be used; the message names
    /// it.</exception>
    public static Rescoring Of(RunFolder folder, DataPackage package, string? keepIn = null)
    {
        var run = new ReopenedRun(folder, package);
        RunManifest manifest = run.Manifest;
        CallingSequence sequence = run.Sequence;
        package.RequireRunnable(manifest.Cases, sequence);
        DataRecord data = run.List(manifest.Cases).RecordOf(package.Folder);
        RunManifest today = manifest.Now(manifest.Submission, data, manifest.Sandbox) with { RescoredFrom = manifest.Seal };
        RunFolder? kept = keepIn is null ? null : RunStart.Create(keepIn, today, inputs: []);

        IReadOnlyList<CaseResult> before = folder.ReadCases();
        var after = new CaseResult?[before.Count];
        var source = new CaseSource(package, sequence, manifest.Limits);
        var scorings = new ConcurrentBag<CaseScoring>();
        try
        {
            Parallel.For(0, before.Count, i =>
            {
                if (!scorings.TryTake(out CaseScoring? scoring))
                    scoring = new CaseScoring(sequence);
                IReadOnlyList<double[]> predictions = PredictionArchive.Read(folder, before[i]) ?? [];
                after[i] = Score(before[i], predictions, source, scoring);
                if (after[i] is { } result)
                    kept?.Write(new CaseOutcome(result, folder.ReadConsole(result.Case), predictions));
                scorings.Add(scoring);
            });
        }
        catch (AggregateException several) when (several.InnerException is RunFolderException or PackageException or IOException)
        {
            throw several.InnerException;
        }

        RunSummary summary = RunSummary.Of(today, [.. after.OfType<CaseResult>()]);
        kept?.Write(summary);
        return new Rescoring(
            RunSummary.Of(manifest, before),
            summary,
            [.. before.Zip(after).Where(pair => pair.Second is { } now && Differ(pair.First, now))
            .Select(pair => new RescoredCase(pair.First, pair.Second!))],
            [.. before.Zip(after).Where(pair => pair.Second is null).Select(pair => pair.First.Case)],
            ManifestDifferences.OfRuns(manifest, today));
    }

    /// <returns>Null where the predictions no longer fit the block group.</returns>
    private static CaseResult? Score(
        CaseResult result, IReadOnlyList<double[]> predictions, CaseSource source, CaseScoring scoring)
    {
        ContestCase contestCase = source.Read(result.Case);
        MonthTruth[] truths = [.. source.Sequence.PredictedMonths.Select(month => source.Truth(contestCase, month))];
        for (int i = 0; i < predictions.Count; i++)
        {
            if (predictions[i].Length != truths[i].Actual.CellCount)
                return null;
        }
        return scoring.Score(result, month => truths[month], month => predictions[month]);
    }

    private static bool Differ(CaseResult before, CaseResult now) =>
        before.ScoreBits != now.ScoreBits || before.Verdict != now.Verdict || !before.Months.SequenceEqual(now.Months);
}
