using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Fast;

/// <summary>
/// Cases at even distances that are played as an official run would, each in a process of its own, beside the lanes: at a fast run's start
/// and end, where these wait for their workers and for each other, there is room.
/// </summary>
internal sealed class Sample : IDisposable
{
    private readonly string[] cases;
    private readonly CaseLanes lanes;
    private readonly ConcurrentQueue<CaseResult> results;
    private readonly int workers;
    private Thread? thread;
    private ExceptionDispatchInfo? failure;

    private Sample(string[] cases, CaseLanes lanes, ConcurrentQueue<CaseResult> results, int workers) =>
        (this.cases, this.lanes, this.results, this.workers) = (cases, lanes, results, workers);

    /// <param name="count">How many cases to play; at most all are.</param>
    /// <param name="note">Takes what remained a fault of ours.</param>
    public static Sample Of(RunRequest request, TestedSandbox sandbox, int count, Action<FaultRecord> note)
    {
        string[] all = [.. request.Cases.Order(StringComparer.Ordinal)];
        count = Math.Min(count, all.Length);
        string[] cases = [.. Enumerable.Range(0, count).Select(i => all[(2 * i + 1) * all.Length / (2 * count)])];
        var results = new ConcurrentQueue<CaseResult>();
        var lanes = new CaseLanes(
            new CaseSource(request.Package, request.Sequence, request.Limits),
            new DataWatch(request.Package, DataListing.Of(request.Package, cases, request.Sequence), request.Sequence), sandbox,
            outcome => results.Enqueue(outcome.Result),
            (fault, last) =>
            {
                if (last)
                    note(fault);
            });
        return new Sample(cases, lanes, results, Math.Min(request.Workers, count));
    }

    /// <param name="staged">What workers need, the lanes' own; to be kept until this is disposed of.</param>
    public void Start(StagedRun staged, CancellationToken cancel)
    {
        if (cases.Length == 0)
            return;
        thread = new Thread(() => Play(staged, cancel)) { Name = "sample" };
        thread.Start();
    }

    /// <summary>Waits for the last case.</summary>
    public IReadOnlyList<CaseResult> End()
    {
        thread?.Join();
        failure?.Throw();
        return [.. results];
    }

    public void Dispose() => thread?.Join();

    private void Play(StagedRun staged, CancellationToken cancel)
    {
        try
        {
            lanes.Play(cases, staged, workers, new StageClock(), cancel);
        }
        catch (Exception thrown)    // of another thread's work: it is thrown again where that is waited for
        {
            failure = ExceptionDispatchInfo.Capture(thrown);
        }
    }
}
