using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Submissions;
using Evaluator.Confinement.Workers;
using Evaluator.Contest;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Fast;

/// <summary>
/// Plays one case of a predictor that its author wants to look into: compiled for a debugger, without walls and limits, and only when a
/// debugger is there. The calls and the score are those of every run; nothing is written, so it can be taken for none.
/// </summary>
public sealed class DebugRun(RunRequest request)
{
    /// <summary>Eleven days: nobody debugs longer without a night's sleep.</summary>
    private const double Seconds = 1e6;

    public const string Why = "unofficial: one case, without sandbox and limits, for a debugger";

    /// <param name="waiting">Is told how to attach, once the worker waits for it.</param>
    /// <param name="rejection">Why the submission can't be run; null where it ran.</param>
    /// <exception cref="PackageException">The data can't be used.</exception>
    /// <exception cref="HarnessFaultException">The case could not be played.</exception>
    /// <returns>The result, and what was printed; null where the submission is rejected.</returns>
    public (CaseResult Result, string Printed)? Run(Action<string> waiting, out string? rejection, CancellationToken cancel)
    {
        SandboxMeans walls = (request.Sandbox ?? TestedSandbox.Of()).Means;
        Submission? submission = Submission.Open(
            request.Predictor, request.Language, new Workshop(walls, request.CompilationLimits, cancel), out rejection, forDebugger: true);
        if (submission is null)
            return null;
        using WorkingFolder scratch = ScratchFolder.InTemporary();
        using StaticTables tables = request.Package.ReadStaticTables(request.Sequence);
        using var staged = new StagedRun(scratch.Path, submission, tables);
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        var source = new CaseSource(request.Package, request.Sequence, new Limits(Seconds, Seconds, (int)memory));
        DebuggedProgram debugged = staged.ProgramForDebugger(source.Limits);
        var command = new WorkerCommand(source.Limits, SandboxMeans.Detect(most: 0), debugged.Program);
        using var watchdog = new Watchdog();
        using CancellationTokenRegistration registration = cancel.Register(watchdog.CancelAll);
        using ReadyWorker worker = ReadyWorker.Start(
            command, staged, source.Limits, watchdog, forMany: false, new StageClock(), id => waiting(debugged.HowToAttach(id)));
        return Play(source, staged, worker);
    }

    private (CaseResult Result, string Printed) Play(CaseSource source, StagedRun staged, ReadyWorker worker)
    {
        ContestCase contestCase = source.Read(request.Cases[0]);
        var predictions = new List<double[]>();
        var calls = new CaseCalls(source, contestCase, worker, new StageClock(), Room);
        worker.Guard.Start();
        EarlyEnd? end = calls.Hold(worker.Command.Where(staged.Files.SubmissionInside), staged.ClassName);
        worker.Guard.Finish();
        if (end is null)
            worker.Session.Bye();
        ConsoleText console = worker.Process.End(WorkerProcess.FarewellPatience);
        worker.Guard.RequireWatched();
        end = staged.InSource(Judgement.Of(WorkerEnd.Of(worker.Guard, worker.Process, console), end, source.Limits));
        CaseResult played = CaseRunner.Result(contestCase, calls, end, worker.Guard);
        CaseResult result = new CaseScoring(source.Sequence).Score(played, calls.Truth, month => predictions[month]);
        return (result, EscapedText.Of(console.Text, keepLines: true));

        Memory<double> Room(int count)
        {
            predictions.Add(new double[count]);
            return predictions[^1];
        }
    }
}
