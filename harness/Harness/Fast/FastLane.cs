using Evaluator.Contest;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Timing;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Fast;

/// <summary>One worker that plays case after case, until one of them ends it. To be used by one thread, which must outlive the worker.</summary>
internal sealed class FastLane(RunRequest request, EventTypeTable types, StagedRun staged, TestedSandbox sandbox, Watchdog watchdog) : IDisposable
{
    private readonly WorkerCommand command = new(request.Limits, sandbox.Means, staged.Program(request.Limits));
    private readonly CaseScoring scoring = new(request.Sequence);
    private readonly StageClock clock = new();
    private readonly List<string> printed = [];
    private ReadyWorker? worker;

    /// <summary>What the lane's time went to.</summary>
    public StageClock Clock => clock;

    /// <summary>What the predictors printed, worker by worker.</summary>
    public IReadOnlyList<string> Printed => printed;

    /// <exception cref="HarnessFaultException">Ours or the machine's fault; nothing is known of the predictor.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public CaseResult Play(string blockGroup)
    {
        try
        {
            ContestCase contestCase = request.Package.ReadCase(blockGroup);
            clock.Lap(Stage.Locations);
            worker ??= ReadyWorker.Start(command, staged, request.Limits, watchdog, forMany: true, clock);
            return Play(contestCase, worker);
        }
        catch (Exception ours) when (ours is PackageException or IOException or UnauthorizedAccessException)
        {
            throw new HarnessFaultException($"case {blockGroup} could not be played: {ours.Message}", ours);
        }
    }

    /// <summary>Ends the worker.</summary>
    public void End()
    {
        if (worker is null)
            return;
        worker.Session.Bye();
        EndWorker();
    }

    public void Dispose() => worker?.Dispose();

    private CaseResult Play(ContestCase contestCase, ReadyWorker playing)
    {
        WorkerGuard guard = playing.Guard;
        clock.Follow(guard.CpuNow());
        var conversation = new Conversation(request.Package, types, contestCase, request.Sequence, playing.Session, guard, clock);
        guard.Start();
        Stop? stop = conversation.Hold(command.Where(staged.Files.SubmissionInside), staged.ClassName);
        guard.Finish();
        if (stop is not null)
            stop = Judgement.Of(guard.Cause, stop, request.Limits, EndWorker());
        else if (guard.Cause != StopCause.None)
            stop = Judgement.Of(guard.Cause, null, request.Limits, EndWorker());
        CaseResult played = CaseRunner.Result(contestCase, conversation, stop, guard);
        CaseResult result = scoring.Score(played, conversation.Truth, conversation.Predictions);
        clock.Lap(Stage.Scoring);
        return result;
    }

    private ConsoleText EndWorker()
    {
        ConsoleText console = worker!.Process.End(ReadyWorker.FarewellPatience);
        if (console.Text.Length > 0)
            printed.Add(EscapedText.Of(console.Text, keepLines: true));
        worker.Dispose();
        worker = null;
        return console;
    }
}
