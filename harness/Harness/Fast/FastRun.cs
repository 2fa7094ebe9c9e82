using System.Collections.Concurrent;
using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Confinement.Workers;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Fast;

/// <summary>
/// Theory of operation. A run for competitors at work, never for a contest: every lane has one worker that loads the plugin once and gets a
/// fresh instance for each case, so what a predictor keeps in statics lives on from case to case. Sandbox, limits, calls and scores are
/// those of an official run; what makes that one slow to start and easy to defend is left out: looking at all data before, hashing it, a
/// run folder, archives, syncing. Beside the lanes a sample of the cases is played as an official run would, in fresh processes, and
/// the bits of the scores are compared. All that is left is one file, <c>fast.json</c>, which says that it is unofficial.
/// </summary>
public sealed class FastRun
{
    /// <summary>Five times as rarely as officially: a case of a fast run takes some 5 ms, and a look is paid by the same cores.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly RunRequest request;
    private readonly TestedSandbox sandbox;
    private readonly ConcurrentQueue<string> waiting;
    private readonly ConcurrentDictionary<string, CaseResult> results = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FaultRecord> faults = new();
    private readonly ConcurrentQueue<string> printed = new();
    private readonly Lock gate = new();
    private readonly StageClock clock = new();
    private Action<RunProgress> report = _ => { };
    private int done;

    public FastRun(RunRequest request)
    {
        this.request = request;
        sandbox = request.Sandbox ?? TestedSandbox.Of();
        waiting = new ConcurrentQueue<string>(request.Cases);
    }

    /// <summary>What the predictors printed, a text for each worker that there was.</summary>
    public IEnumerable<string> Printed => printed;

    /// <summary>Tries that ended in a fault of ours; their cases have no result.</summary>
    public IEnumerable<FaultRecord> Faults => faults;

    /// <param name="sample">How many cases to play again in fresh processes.</param>
    /// <param name="report">Called from the lanes, one at a time.</param>
    /// <param name="rejection">Why the submission can't be run, or not like that; null where it ran.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="ToolchainMissingException">This machine can't compile the submission's language.</exception>
    /// <returns>Null where the submission is rejected.</returns>
    public FastResult? Run(int sample, Action<RunProgress> report, out string? rejection, CancellationToken cancel)
    {
        this.report = report;
        clock.Restart();
        Submission? submission = Submission.Open(
            request.Predictor, request.Language, new Workshop(sandbox.Means, request.CompilationLimits, cancel), out rejection);
        if (submission is { Runner: not DotNetRunner })
            rejection = "a fast run plays many cases in one process, which only the .NET worker can; leave --fast away.";
        if (submission is null || rejection is not null)
            return null;
        clock.Lap(Stage.Submission);
        using WorkingFolder scratch = ScratchFolder.InTemporary();
        using var staged = new StagedRun(scratch.Path, submission);
        (string[] sampled, StageClock sampling) = (Sample(sample), new StageClock());
        IReadOnlyList<CaseResult> again = PlayAll(staged, () => PlayAgain(sampled, staged, sampling, cancel), cancel);
        cancel.ThrowIfCancellationRequested();
        clock.Lap(Stage.Cases);
        clock.Add(sampling);
        return FastResult.Of(request, [.. results.Values], again) with { Timings = RunTimings.Of(results.Count, request.Workers, clock) };
    }

    /// <summary>
    /// The workers start while the tables are read: a process, its walls and its runtime take as long, on another core. The sample is
    /// played beside the lanes: by itself it would leave a core idle half of the time, waiting for two processes to start.
    /// </summary>
    private IReadOnlyList<CaseResult> PlayAll(
        StagedRun staged, Func<IReadOnlyList<CaseResult>> playAgain, CancellationToken cancel)
    {
        CaseSource source = Source();
        using var watchdog = new Watchdog(LookInterval);
        using CancellationTokenRegistration registration = cancel.Register(watchdog.CancelAll);
        Thread[] lanes =
            [.. Enumerable.Range(0, Math.Min(request.Workers, request.Cases.Count))
            .Select(_ => new Thread(() => Lane(source, staged, watchdog, cancel)))];
        Array.ForEach(lanes, lane => lane.Start());
        try
        {
            using (StaticTables tables = request.Package.ReadStaticTables(request.Sequence))
            {
                Lap(Stage.Check);
                staged.Take(tables);
            }
            Lap(Stage.Staging);
            return playAgain();
        }
        finally
        {
            staged.GiveUpTables();    // of no effect where they were taken
            Array.ForEach(lanes, lane => lane.Join());
        }
    }

    private void Lap(Stage stage)
    {
        lock (gate)
            clock.Lap(stage);
    }

    private void Lane(CaseSource source, StagedRun staged, Watchdog watchdog, CancellationToken cancel)
    {
        using var player = new FastLane(source, staged, sandbox, watchdog);
        try
        {
            while (!cancel.IsCancellationRequested && waiting.TryDequeue(out string? caseId))
                Play(player, caseId);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: nothing of a fast run is kept.
        }
        player.End();
        lock (gate)
            clock.Add(player.Clock);
        foreach (string text in player.Printed)
            printed.Enqueue(text);
    }

    private CaseSource Source() => new(request.Package, request.Sequence, request.Limits);

    private void Play(FastLane player, string caseId)
    {
        try
        {
            CaseResult result = results[caseId] = player.Play(caseId);
            lock (gate)
                report(new RunProgress.Played(++done, request.Cases.Count, result, [], null));
        }
        catch (HarnessFaultException ours)
        {
            var fault = FaultRecord.Of(caseId, ours);
            faults.Enqueue(fault);
            lock (gate)
                report(new RunProgress.GivenUp(++done, request.Cases.Count, fault));
        }
    }

    /// <summary>Cases at even distances.</summary>
    private string[] Sample(int size)
    {
        string[] cases = [.. request.Cases.Order(StringComparer.Ordinal)];
        int count = Math.Min(size, cases.Length);
        return [.. Enumerable.Range(0, count).Select(i => cases[(2 * i + 1) * cases.Length / (2 * count)])];
    }

    /// <summary>Plays cases again, each in a process of its own.</summary>
    private IReadOnlyList<CaseResult> PlayAgain(string[] cases, StagedRun staged, StageClock sampling, CancellationToken cancel)
    {
        sampling.Restart();
        var again = new ConcurrentQueue<CaseResult>();
        var lanes = new CaseLanes(
            Source(), new DataWatch(request.Package, DataListing.Of(request.Package, cases, request.Sequence), request.Sequence), sandbox,
            outcome => again.Enqueue(outcome.Result),
            (fault, last) =>
            {
                if (last)
                    faults.Enqueue(fault);
            });
        if (cases.Length > 0)
            lanes.Play(cases, staged, request.Workers, new StageClock(), cancel);
        sampling.Lap(Stage.Again);
        return [.. again];
    }
}
