using System.Diagnostics;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// The limits of one worker, held from outside. A <see cref="Watchdog"/> calls <see cref="Check"/> every few milliseconds; the lane that
/// runs the case reads the cause afterwards. The first cause in time wins, whatever the worker's exit code says.
/// </summary>
/// <remarks>
/// A control group accounts for everything the worker ever started. Without one the tree of living processes is added up, which misses
/// what has ended unseen between two checks; the filter that forbids new processes is what makes that sum true.
/// </remarks>
public sealed class WorkerGuard(WorkerProcess worker, Limits limits)
{
    private enum Phase
    {
        Starting,
        Ready,
        Playing,
        Finished,
    }

    /// <summary>A case may be late by this factor while the machine is busy; then it is given up and run again.</summary>
    private const double MostPatience = 5;

    /// <summary>Between two looks: a hundred times what is due.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(1);

    /// <summary>A bare worker needs 40 ms, a loaded machine some seconds; after this it will not come any more.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);

    private readonly Lock gate = new();
    private readonly Stopwatch sinceMade = Stopwatch.StartNew();
    private readonly List<int> processes = [];
    private readonly Stopwatch wall = new();
    private TimeSpan cpuBefore;
    private TimeSpan waitedBefore;
    private TimeSpan cpu;
    private TimeSpan lastLook, stoodStill;
    private long memory, peakMemory, mostOfFiles;
    private StopCause cause;
    private Exception? failure;
    private Phase phase;

    public StopCause Cause
    {
        get
        {
            lock (gate)
                return cause;
        }
    }

    public TimeSpan Cpu
    {
        get
        {
            lock (gate)
                return cpu;
        }
    }

    public TimeSpan Wall => wall.Elapsed;

    /// <summary>The tree's CPU clock at this moment, for differences.</summary>
    public TimeSpan CpuNow()
    {
        lock (gate)
            return CpuClockNow();
    }

    public long PeakMemoryBytes
    {
        get
        {
            lock (gate)
                return peakMemory;
        }
    }

    /// <summary>Whether nothing but a poll can see its memory limit passed, and that may happen soon.</summary>
    public bool NeedsCloserLook
    {
        get
        {
            lock (gate)
                return worker.Group is null && phase == Phase.Playing && cause == StopCause.None
        && memory > limits.MemoryBytes / 2;
        }
    }

    /// <summary>The worker is ready and waits for its case: none of its limits runs, for as long as that takes.</summary>
    public void WaitForCase()
    {
        lock (gate)
            phase = Phase.Ready;
    }

    /// <summary>Starts the clock: the predictor is about to be loaded.</summary>
    public void Start()
    {
        lock (gate)
        {
            Look();
            cpuBefore = CpuClockNow();
            waitedBefore = ProcessTree.WaitedForCores(processes);
            cpu = TimeSpan.Zero;
            phase = Phase.Playing;
            lastLook = stoodStill = TimeSpan.Zero;
            wall.Restart();
        }
    }

    /// <summary>
    /// Starts the clock for the next case of a worker that has played one (fast runs). What threads waited for cores before then is not
    /// looked up anew: that takes longer than most cases, and makes the wall-clock limit more lenient, never stricter.
    /// </summary>
    public void StartAgain()
    {
        lock (gate)
        {
            cpuBefore = CpuClockNow();
            cpu = TimeSpan.Zero;
            phase = Phase.Playing;
            lastLook = stoodStill = TimeSpan.Zero;
            wall.Restart();
        }
    }

    /// <summary>Stops the clock of a case that went well; memory is left to the watchdog's looks.</summary>
    public void FinishAgain()
    {
        lock (gate)
        {
            cpu = CpuClockNow() - cpuBefore;
            wall.Stop();
            phase = Phase.Finished;
        }
    }

    /// <summary>
    /// Stops the clock after the last reply and looks once more: a limit passed between two checks is passed all the same.
    /// </summary>
    public void Finish()
    {
        Check();
        lock (gate)
        {
            if (phase == Phase.Playing)
                Stop(MemoryKillCause());
            wall.Stop();
            phase = Phase.Finished;
        }
    }

    /// <summary>Measures, and ends the worker where it has passed a limit.</summary>
    public void Check()
    {
        lock (gate)
        {
            if (phase is Phase.Ready or Phase.Finished || cause != StopCause.None)
                return;
            if (phase == Phase.Starting)
            {
                if (sinceMade.Elapsed > StartPatience && sinceMade.Elapsed.TotalSeconds > limits.WallSeconds)
                    Stop(StopCause.NeverStarted);
                return;
            }
            NoteStandstill();
            if (worker.Group is null)
                Look();
            TimeSpan now = CpuClockNow() - cpuBefore;
            if (now > cpu)    // a process that has ended takes its time along: what was seen stays seen
                cpu = now;
            memory = worker.Group?.Memory() ?? PolledMemory();
            peakMemory = Math.Max(peakMemory, memory);
            Stop(Judge());
        }
    }

    /// <summary>Ends the worker for a reason that lies outside it.</summary>
    public void Cancel()
    {
        lock (gate)
        {
            Stop(StopCause.Cancelled);
        }
    }

    /// <summary>A look at the worker failed: nothing is known of its limits, and the case is a fault of ours.</summary>
    public void Fail(Exception ours)
    {
        lock (gate)
        {
            failure = ours;
            Stop(StopCause.NotWatched);
        }
    }

    /// <exception cref="HarnessFaultException">A look at the worker failed, and that was what ended it.</exception>
    public void RequireWatched()
    {
        lock (gate)
        {
            if (cause == StopCause.NotWatched)
                throw new HarnessFaultException($"a look at the worker's limits failed: {failure!.Message}", failure);
        }
    }

    private void Stop(StopCause because)
    {
        if (because == StopCause.None || cause != StopCause.None)
            return;
        cause = because;
        worker.Kill();
    }

    private TimeSpan CpuClockNow() => worker.Group?.CpuTime() ?? ProcessTree.CpuTime(processes);

    /// <summary>The kernel kills at the limit before any poll sees it passed.</summary>
    private StopCause MemoryKillCause()
    {
        switch (worker.Group?.MemoryKill())
        {
            case MemoryKill.Limit:
                peakMemory = Math.Max(peakMemory, limits.MemoryBytes);
                return StopCause.MemoryLimit;
            case MemoryKill.Machine:
                return StopCause.MachineOutOfMemory;
            default:
                return StopCause.None;
        }
    }

    /// <summary>
    /// Now; and, by the kernel's own peak, what was taken and given back since the look before. Pages of files stand in that peak too: of
    /// those the most that any look has seen is taken off.
    /// </summary>
    private long PolledMemory()
    {
        MemoryUse use = ProcessTree.Memory(processes, limits.MemoryBytes);
        mostOfFiles = Math.Max(mostOfFiles, use.OfFiles);
        peakMemory = Math.Max(peakMemory, use.MostResident - mostOfFiles);
        return use.Charged;
    }

    /// <summary>
    /// Looks come every 10 ms. Where one comes a second late, this process was stopped meanwhile (Ctrl-Z, a paused container, a suspended
    /// job) and perhaps the worker with it, or the machine was: that time is nobody's, and CPU time is counted all the same.
    /// </summary>
    private void NoteStandstill()
    {
        TimeSpan now = wall.Elapsed;
        if (now - lastLook > Standstill)
            stoodStill += now - lastLook;
        lastLook = now;
    }

    private void Look()
    {
        processes.Clear();
        ProcessTree.Collect(worker.Id, processes);
    }

    private StopCause Judge()
    {
        if (peakMemory > limits.MemoryBytes)
            return StopCause.MemoryLimit;
        if (cpu.TotalSeconds > limits.CpuSeconds)
            return StopCause.CpuLimit;
        if (wall.Elapsed.TotalSeconds <= limits.WallSeconds)
            return StopCause.None;
        Look();
        TimeSpan waited = ProcessTree.WaitedForCores(processes) - waitedBefore + stoodStill;
        if ((wall.Elapsed - waited).TotalSeconds > limits.WallSeconds)
            return StopCause.WallLimit;
        return wall.Elapsed.TotalSeconds > MostPatience * limits.WallSeconds ? StopCause.MachineTooBusy : StopCause.None;
    }
}
