using System.Diagnostics;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.SelfTest;

/// <summary>
/// The least that a case can cost: a worker starts in its sandbox, says hello and leaves. What a run takes beyond its predictor is
/// measured in this.
/// </summary>
/// <param name="Level">Of the sandbox.</param>
/// <param name="WallSeconds">From nothing to the end, control group included.</param>
/// <param name="CpuSeconds">Of the worker and all around it in its sandbox, as the kernel's account of the ended processes says.</param>
public sealed record BareStart(int Level, double WallSeconds, double CpuSeconds)
{
    /// <summary>
    /// Not to be called while anything else starts processes from here: without a control group their CPU time is told apart by that alone.
    /// </summary>
    /// <param name="program">Another .NET program in the worker's place, which says hello as one; null for the worker.</param>
    /// <exception cref="HarnessFaultException">The worker can't be started.</exception>
    public static BareStart Measure(TestedSandbox sandbox, string? program = null)
    {
        var files = new WorkerFiles(WorkerInstallation.Folder, WorkerInstallation.Program, TablesFile: null);
        ConfinedProgram worker = DotNetRunner.Program(files, Limits.Official);
        var command = new WorkerCommand(Limits.Official, sandbox.Means, program is null ? worker : InPlaceOf(worker, program));
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = CpuClock.OfEndedChildren();
        TimeSpan inGroup;
        using (WorkerProcess started = WorkerProcess.Start(command))
        {
            var session = new WorkerSession(started);
            Reply hello = session.Greet();
            if (hello == Reply.Done)
                session.Bye();
            ConsoleText console = started.End(WorkerProcess.FarewellPatience);
            if (hello != Reply.Done)
                throw new HarnessFaultException($"a worker did not say hello ({hello}); it printed: {EscapedText.Of(console.Start)}");
            inGroup = started.Group?.CpuTime() ?? TimeSpan.Zero;
        }
        TimeSpan cpu = inGroup > TimeSpan.Zero ? inGroup : CpuClock.OfEndedChildren() - before;
        return new BareStart(sandbox.Record.Level, Stopwatch.GetElapsedTime(start).TotalSeconds, cpu.TotalSeconds);
    }

    private static ConfinedProgram InPlaceOf(ConfinedProgram worker, string program)
    {
        const string inside = Bubblewrap.Home + "/other";
        string path = Path.GetFullPath(program);
        return worker with
        {
            Command = [$"{inside}/{Path.GetFileName(path)}"],
            Shown = new Dictionary<string, string>(worker.Shown) { [inside] = Path.GetDirectoryName(path)! },
        };
    }
}
