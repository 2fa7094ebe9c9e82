using System.Collections.Concurrent;
using Evaluator.Contest;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Submissions;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Runs;

/// <summary>
/// One run: a submission over a list of cases, several at a time. Every lane is a thread of its own that takes the next case, plays it and
/// writes its result, until none is left; results are on disk as they end, and the summary is made from those files.
/// </summary>
public sealed class Evaluation(RunRequest request)
{
    /// <summary>Design §4: faults of ours are retried up to three times.</summary>
    private const int MostTries = 4;

    private readonly ConcurrentQueue<string> waiting = new(request.Cases);
    private readonly ConcurrentQueue<Exception> errors = new();
    private readonly Watchdog watchdog = new();
    private int done;

    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="cancel">Stops the run: what is finished is kept.</param>
    /// <exception cref="PackageException">The data can't be used; nothing ran.</exception>
    /// <exception cref="RunFolderException">The run folder can't be used; nothing ran.</exception>
    /// <exception cref="IOException">A result could not be written; what was written before is kept.</exception>
    public RunSummary Run(Action<RunProgress> report, CancellationToken cancel)
    {
        request.Package.RequireRunnable(request.Cases, request.Sequence);
        Submission? submission = Submission.Open(request.Predictor, out string? rejection);
        using StaticTables tables = request.Package.ReadStaticTables(request.Sequence);
        RunFolder folder = RunFolder.Create(request.Folder);
        RunManifest manifest = Manifest(submission, rejection, tables);
        folder.Write(manifest);
        if (submission is not null)
            Play(submission, tables, folder, report, cancel);
        RunSummary summary = RunSummary.Of(manifest, folder.ReadCases(manifest));
        folder.Write(summary);
        return summary;
    }

    private RunManifest Manifest(Submission? submission, string? rejection, StaticTables tables) => new()
    {
        Submission = SubmissionRecord.Of(request.Predictor, submission, rejection),
        Data = request.Package.Folder,
        Set = request.SetName,
        Months = RunManifest.MonthsOf(request.Sequence),
        Official = request.Sequence.IsOfficial,
        Limits = request.Limits,
        Machine = MachineRecord.Here(),
        StartedUtc = DateTimeOffset.UtcNow,
        Cases = request.Cases,
        DataNotes = request.Package.Notes,
        ForeclosureRowsLeftOut = tables.ForeclosureRowsLeftOut,
    };

    private void Play(Submission submission, StaticTables tables, RunFolder folder, Action<RunProgress> report, CancellationToken cancel)
    {
        using var staged = new StagedRun(folder.Path, submission, tables);
        using (watchdog)
        using (cancel.Register(watchdog.CancelAll))
        {
            EventTypeTable types = request.Package.ReadEventTypes();
            List<Thread> lanes = [];
            for (int i = 0; i < Math.Min(request.Workers, request.Cases.Count); i++)
            {
                var lane = new Thread(() => Lane(new CaseRunner(request.Package, types, staged, request.Sequence, request.Limits, watchdog), folder, report, cancel))
                {
                    Name = $"lane {i}",
                };
                lane.Start();
                lanes.Add(lane);
            }
            lanes.ForEach(lane => lane.Join());
        }
        if (errors.TryDequeue(out Exception? error))
            throw error is IOException ? new IOException(error.Message, error) : new AggregateException(error);
    }

    private void Lane(CaseRunner runner, RunFolder folder, Action<RunProgress> report, CancellationToken cancel)
    {
        try
        {
            while (errors.IsEmpty && !cancel.IsCancellationRequested && waiting.TryDequeue(out string? blockGroup))
                PlayCase(runner, blockGroup, folder, report, cancel);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: the case that was being played has no result and is run by --resume.
        }
        catch (Exception error) when (Keep(error))
        {
            watchdog.CancelAll();
        }
    }

    private void PlayCase(CaseRunner runner, string blockGroup, RunFolder folder, Action<RunProgress> report, CancellationToken cancel)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                CaseOutcome outcome = runner.Run(blockGroup);
                outcome = outcome with { Result = outcome.Result with { FaultsBefore = tries - 1 } };
                folder.Write(outcome);
                Report(report, outcome.Result, outcome.Predictions, null);
                return;
            }
            catch (HarnessFaultException fault)
            {
                cancel.ThrowIfCancellationRequested();
                var record = new FaultRecord(blockGroup, Verdict.HarnessFault, fault.Message, fault.InnerException?.ToString(), Environment.MachineName, DateTimeOffset.UtcNow);
                folder.Write(record);
                if (tries < MostTries)
                    continue;
                Report(report, null, [], record);
                return;
            }
        }
    }

    private void Report(Action<RunProgress> report, CaseResult? result, IReadOnlyList<double[]> predictions, FaultRecord? fault)
    {
        lock (errors)
            report(new RunProgress(++done, request.Cases.Count, result, predictions, fault));
    }

    /// <summary>Keeps what ended a lane, so that the run's caller gets it on its own thread.</summary>
    private bool Keep(Exception error)
    {
        errors.Enqueue(error);
        return true;
    }
}
