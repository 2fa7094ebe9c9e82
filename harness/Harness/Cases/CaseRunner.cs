using Evaluator.Contest;
using Evaluator.Harness.Submissions;
using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Cases;

/// <summary>
/// Theory of operation. One case is one worker process and one conversation (harness/Wire/PROTOCOL.md). The runner feeds the block
/// group's months and asks for the predictions; a month's events are read from the package only after that month's prediction is in
/// and sealed in an array of ours, so until then not even this process holds them. The clock runs from Load to the last reply. What
/// the predictor does wrong becomes a verdict; what we or the machine do wrong is a <see cref="HarnessFaultException"/>, and the case is
/// run again. One runner serves one lane; it is not thread-safe.
/// </summary>
internal sealed class CaseRunner(
    DataPackage package, EventTypeTable types, StagedRun staged, SandboxMeans sandbox, CallingSequence sequence, Limits limits, Watchdog watchdog)
{
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(1);

    private readonly WorkerCommand command = new(limits, sandbox, staged.Program(limits));
    private readonly CaseScoring scoring = new(sequence);

    /// <exception cref="HarnessFaultException">Ours or the machine's fault; nothing is known of the predictor.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public CaseOutcome Run(string blockGroup)
    {
        try
        {
            return Play(blockGroup);
        }
        // The package was checked before the run: what can't be read now has changed or broken since.
        catch (Exception ours) when (ours is PackageException or IOException or UnauthorizedAccessException)
        {
            throw new HarnessFaultException($"case {blockGroup} could not be played: {ours.Message}", ours);
        }
    }

    private CaseOutcome Play(string blockGroup)
    {
        ContestCase contestCase = package.ReadCase(blockGroup);
        using WorkingFolder? folder = command.NeedsWorkingFolder ? staged.NewWorkingFolder(blockGroup) : null;
        using WorkerProcess worker = WorkerProcess.Start(command, folder?.Path);
        var guard = new WorkerGuard(worker, limits);
        watchdog.Add(guard);
        try
        {
            return Play(contestCase, worker, guard);
        }
        finally
        {
            watchdog.Remove(guard);
        }
    }

    private CaseOutcome Play(ContestCase contestCase, WorkerProcess worker, WorkerGuard guard)
    {
        var session = new WorkerSession(worker);
        RequireReady(session.Greet(), "did not say hello", worker, guard);
        RequireReady(session.Tables(command.Where(WorkerFiles.TablesInside)), "did not take the tables", worker, guard);

        var conversation = new Conversation(package, types, contestCase, sequence, session, guard);
        guard.Start();
        Stop? stop = conversation.Hold(command.Where(staged.Files.SubmissionInside), staged.ClassName);
        guard.Finish();
        if (stop is null)
            session.Bye();
        else
            worker.Kill();
        ConsoleText console = worker.End(FarewellPatience);

        stop = Judgement.Of(guard.Cause, stop, limits, console);
        return Outcome(contestCase, conversation, stop, guard, console);
    }

    private CaseOutcome Outcome(ContestCase contestCase, Conversation conversation, Stop? stop, WorkerGuard guard, ConsoleText console)
    {
        var played = new CaseResult
        {
            Case = contestCase.BlockGroup,
            Verdict = stop?.Verdict ?? Verdict.Accepted,
            Reason = stop?.Reason,
            CpuSeconds = guard.Cpu.TotalSeconds,
            WallSeconds = guard.Wall.TotalSeconds,
            PeakMemoryBytes = guard.PeakMemoryBytes,
            Detail = stop is null ? null : EscapedText.Of(stop.Detail),
            Locations = contestCase.Locations.Count,
            ConsoleBytes = console.Bytes,
            Calls = conversation.Times,
        };
        CaseResult result = scoring.Score(played, conversation.Truth, conversation.Predictions);
        return new CaseOutcome(result, EscapedText.Of(console.Text, keepLines: true), result.Verdict == Verdict.Accepted ? conversation.Predictions : []);
    }

    private static void RequireReady(Reply reply, string what, WorkerProcess worker, WorkerGuard guard)
    {
        if (reply.Kind == ReplyKind.Done)
            return;
        if (guard.Cause == StopCause.Cancelled)
            throw new OperationCanceledException();
        worker.Kill();
        ConsoleText console = worker.End(FarewellPatience);
        throw new HarnessFaultException($"a worker {what} ({reply.Kind}; {reply.Text ?? "no message"}); it printed: {EscapedText.Of(console.Start)}");
    }
}
