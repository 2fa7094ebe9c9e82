using Evaluator.Confinement;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Workers;
using Evaluator.Contest;
using Evaluator.Contest.Cases;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Fast;

/// <summary>
/// One worker that plays case after case, until one of them ends it. To be used by one thread, which must outlive the worker.
/// </summary>
internal sealed class FastLane(CaseSource source, StagedRun staged, TestedSandbox sandbox, Watchdog watchdog) : IDisposable
{
    private readonly WorkerCommand command = new(source.Limits, sandbox.Means, WithRoom(staged.Program(source.Limits)));
    private readonly CaseScoring scoring = new(source.Sequence);
    private readonly StageClock clock = new();
    private readonly PredictionBuffers buffers = new();
    private readonly List<string> printed = [];
    private ReadyWorker? worker;
    private bool hasPlayed;

    /// <summary>What the lane's time went to.</summary>
    public StageClock Clock => clock;

    /// <summary>What the predictors printed, worker by worker.</summary>
    public IReadOnlyList<string> Printed => printed;

    /// <exception cref="HarnessFaultException">Ours or the machine's fault; nothing is known of the predictor.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public CaseResult Play(string caseId)
    {
        try
        {
            // The worker first: it starts while the tables are read.
            worker ??= ReadyWorker.Start(command, staged, source.Limits, watchdog, forMany: true, clock);
            ContestCase contestCase = source.Read(caseId);
            clock.Lap(Stage.Locations);
            return Play(contestCase, worker);
        }
        catch (Exception ours) when (ours is PackageException or IOException or UnauthorizedAccessException or HarnessFaultException)
        {
            if (worker is not null)    // in the middle of a case: the next one gets another
                EndWorker();
            if (ours is HarnessFaultException)
                throw;
            throw new HarnessFaultException($"case {caseId} could not be played: {ours.Message}", ours);
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
        TimeSpan startedAt = guard.CpuNow();
        clock.Follow(startedAt);
        buffers.Reset();
        var calls = new CaseCalls(source, contestCase, playing, clock, buffers.Take);
        if (hasPlayed)
            guard.StartAgain();
        else
            guard.Start();
        hasPlayed = true;
        EarlyEnd? end = calls.Hold(command.Where(staged.Files.SubmissionInside), staged.ClassName);
        if (end is null && guard.CpuNow() - startedAt < TimeSpan.FromSeconds(source.Limits.CpuSeconds))
            guard.FinishAgain();
        else
            guard.Finish();
        guard.RequireWatched();
        if (end is not null || guard.Cause != StopCause.None)
            end = EndOf(end);
        CaseResult played = CaseRunner.Result(contestCase, calls, end, guard);
        CaseResult result = scoring.Score(played, calls.Truth, buffers.Month);
        clock.Lap(Stage.Scoring);
        return result;
    }

    /// <summary>
    /// What one case leaves is the next one's garbage. With the month's predictions among the small objects, a collection looks at 4 MiB of
    /// those and not at the tables' strings.
    /// </summary>
    private static ConfinedProgram WithRoom(ConfinedProgram program) => program with
    {
        Environment = new Dictionary<string, string>(program.Environment)
        {
            ["DOTNET_GCLOHThreshold"] = "0x1000000",
            ["DOTNET_GCgen0size"] = "0x400000",
            ["DOTNET_GCRetainVM"] = "1",
        },
    };

    private EarlyEnd? EndOf(EarlyEnd? end)
    {
        WorkerEnd gone = EndWorker();
        return staged.InSource(Judgement.Of(gone, end, source.Limits));
    }

    private WorkerEnd EndWorker()
    {
        ConsoleText console = worker!.Process.End(WorkerProcess.FarewellPatience);
        WorkerEnd end = WorkerEnd.Of(worker.Guard, worker.Process, console);
        if (console.Text.Length > 0)
            printed.Add(EscapedText.Of(console.Text, keepLines: true));
        worker.Dispose();
        worker = null;
        hasPlayed = false;
        return end;
    }
}
