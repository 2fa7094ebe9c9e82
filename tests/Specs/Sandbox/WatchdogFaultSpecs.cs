using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Specs.Sandbox;

/// <summary>A look at a worker that fails is a fault of that one case.</summary>
public class WatchdogFaultSpecs
{
    [Fact]
    public void A_look_that_fails_ends_that_worker_as_a_fault_of_ours_and_no_other()
    {
        using WorkerProcess first = WorkerProcess.Start(Command()), second = WorkerProcess.Start(Command());
        WorkerGuard failing = new(first, Limits.Official), sound = new(second, Limits.Official);
        failing.Fail(new FormatException("The input string 'x' was not in a correct format."));
        sound.Check();
        Assert.Equal((StopCause.NotWatched, StopCause.None), (failing.Cause, sound.Cause));
        Assert.Contains("was not in a correct format", Assert.Throws<HarnessFaultException>(failing.RequireWatched).Message);
        sound.RequireWatched();
        Assert.Equal(Reply.Done, new WorkerSession(second).Greet());
    }

    /// <summary>Ctrl-C while a worker is being started.</summary>
    [Fact]
    public void A_worker_that_comes_after_all_were_cancelled_is_ended_too()
    {
        using WorkerProcess worker = WorkerProcess.Start(Command());
        var guard = new WorkerGuard(worker, Limits.Official);
        using var watchdog = new Watchdog();
        watchdog.CancelAll();
        watchdog.Add(guard);
        Assert.Equal(StopCause.Cancelled, guard.Cause);
    }

    private static WorkerCommand Command()
    {
        var files = new WorkerFiles(WorkerInstallation.Folder, WorkerInstallation.Program, TablesFile: null);
        return new WorkerCommand(Limits.Official, SandboxMeans.Detect(most: 0), DotNetRunner.Program(files, Limits.Official));
    }
}
