using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Workers;
using Evaluator.Contest;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Cases;

/// <summary>
/// Theory of operation. One case is one worker process and one conversation (harness/Wire/PROTOCOL.md). The runner feeds the block
/// group's months and asks for the predictions; a month's events are read from the package only after that month's prediction is in
/// and sealed in an array of ours, so until then not even this process holds them. The clock runs from Load to the last reply. What
/// the predictor does wrong becomes a verdict; what we or the machine do wrong is a <see cref="HarnessFaultException"/>, and the case is
/// run again. One runner serves one lane; it is not thread-safe.
/// </summary>
internal sealed class CaseRunner(CaseSource source, DataWatch watch, StagedRun staged, WorkerSupply workers, StageClock clock)
{
    private readonly CaseScoring scoring = new(source.Sequence);

    /// <exception cref="HarnessFaultException">Ours or the machine's fault; nothing is known of the predictor.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public CaseOutcome Run(string caseId)
    {
        try
        {
            IReadOnlyList<(PackageFile, FileStamp)> files = watch.RequireListed(caseId);
            ContestCase contestCase = source.Read(caseId);
            clock.Lap(Stage.Locations);
            using ReadyWorker worker = workers.Take();
            worker.RequireAlive();
            clock.Follow(worker.Guard.CpuNow());
            clock.Lap(Stage.Wait);
            CaseOutcome outcome = Play(contestCase, worker);
            DataWatch.RequireUntouched(files);
            return outcome;
        }
        // The package was checked before the run: what can't be read now has changed or broken since.
        catch (Exception ours) when (ours is PackageException or IOException or UnauthorizedAccessException)
        {
            throw new HarnessFaultException($"case {caseId} could not be played: {ours.Message}", ours);
        }
    }

    private CaseOutcome Play(ContestCase contestCase, ReadyWorker worker)
    {
        WorkerGuard guard = worker.Guard;
        var predictions = new List<double[]>();
        var calls = new CaseCalls(source, contestCase, worker, clock, Room);
        guard.Start();
        EarlyEnd? end = calls.Hold(worker.Command.Where(staged.Files.SubmissionInside), staged.ClassName);
        guard.Finish();
        if (end is null)
            worker.Session.Bye();
        else if (end.Reason != "exit")    // it is dying: its exit code and its last words are worth a moment
            worker.Process.Kill();
        ConsoleText console = worker.Process.End(WorkerProcess.FarewellPatience);
        clock.Lap(Stage.End, guard.CpuNow());

        guard.RequireWatched();
        end = staged.InSource(
            Judgement.Of(WorkerEnd.Of(guard, worker.Process, console), end ?? Surplus(worker.Process), source.Limits));
        CaseResult played = Result(contestCase, calls, end, guard) with { ConsoleBytes = console.Bytes };
        CaseResult result = scoring.Score(played, calls.Truth, month => predictions[month]);
        clock.Lap(Stage.Scoring);
        string printed = end is null ? console.Text : staged.InSource(console.Text);
        return new CaseOutcome(
            result, EscapedText.Of(printed, keepLines: true), result.Verdict == Verdict.Accepted ? predictions : []);

        Memory<double> Room(int count)
        {
            predictions.Add(new double[count]);
            return predictions[^1];
        }
    }

    /// <summary>
    /// The worker is gone, and what it sent after its last reply still lies in the pipe (harness/Wire/PROTOCOL.md: surplus is a violation).
    /// </summary>
    private static EarlyEnd? Surplus(WorkerProcess ended) => ended.UnreadReplyBytes() is > 0 and int bytes
        ? new EarlyEnd(Verdict.ProtocolViolation, "frame", "bye", $"{bytes} bytes on the wire after the last reply")
        : null;

    /// <summary>What is known of a case that was played, but for its score.</summary>
    internal static CaseResult Result(ContestCase contestCase, CaseCalls calls, EarlyEnd? end, WorkerGuard guard) => new()
    {
        Case = contestCase.BlockGroup,
        Verdict = end?.Verdict ?? Verdict.Accepted,
        Reason = end?.Reason,
        CpuSeconds = guard.Cpu.TotalSeconds,
        WallSeconds = guard.Wall.TotalSeconds,
        PeakMemoryBytes = guard.PeakMemoryBytes,
        Detail = end is null ? null : EscapedText.Of(end.Detail, keepLines: true),
        Locations = contestCase.Locations.Count,
        Calls = calls.Times,
    };
}
