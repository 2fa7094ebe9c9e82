using System.Diagnostics;
using Evaluator.Confinement.Workers;

namespace Evaluator.Harness.Timing;

/// <summary>
/// Books the time of one thread to stages: everything since the last lap belongs to the stage that ends now, so nothing is lost between
/// two. To be made and used on that thread; <see cref="Add"/> joins what several threads have booked.
/// </summary>
internal sealed class StageClock
{
    private readonly Sums[] sums = new Sums[Enum.GetValues<Stage>().Length];
    private long wall = Stopwatch.GetTimestamp();
    private TimeSpan cpu = ThreadCpu();
    private TimeSpan workerCpu;

    /// <summary>Starts anew: what went before belongs to no stage.</summary>
    public void Restart()
    {
        wall = Stopwatch.GetTimestamp();
        cpu = ThreadCpu();
    }

    /// <summary>From here on the worker's CPU clock is that of another worker.</summary>
    /// <param name="now">Where that clock stands.</param>
    public void Follow(TimeSpan now) => workerCpu = now;

    /// <summary>Ends a stage in which no worker was at work.</summary>
    /// <param name="again">Whether it is one more part of a stage that has been counted for this case.</param>
    public void Lap(Stage stage, bool again = false) => Lap(stage, workerCpu, again);

    /// <param name="workerCpuNow">Where the worker's CPU clock stands.</param>
    public void Lap(Stage stage, TimeSpan workerCpuNow, bool again = false)
    {
        ref Sums sum = ref sums[(int)stage];
        long now = Stopwatch.GetTimestamp();
        TimeSpan cpuNow = ThreadCpu();
        sum.Count += again ? 0 : 1;
        sum.Wall += Stopwatch.GetElapsedTime(wall, now);
        sum.Cpu += cpuNow - cpu;
        if (workerCpuNow > workerCpu)    // the clock of a worker that has ended may be gone
            sum.WorkerCpu += workerCpuNow - workerCpu;
        (wall, cpu, workerCpu) = (now, cpuNow, workerCpuNow);
    }

    /// <summary>Books all time since the last lap as idle; from any thread, once the clock's own is done with it.</summary>
    public void Idle()
    {
        ref Sums sum = ref sums[(int)Stage.Idle];
        sum.Count++;
        sum.Wall += Stopwatch.GetElapsedTime(wall);
    }

    /// <summary>Adds what another clock has booked. Not while that one is in use.</summary>
    public void Add(StageClock other)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i].Count += other.sums[i].Count;
            sums[i].Wall += other.sums[i].Wall;
            sums[i].Cpu += other.sums[i].Cpu;
            sums[i].WorkerCpu += other.sums[i].WorkerCpu;
        }
    }

    /// <summary>The stages that were passed, in the order of doing.</summary>
    public IReadOnlyList<StageTime> Times() =>
    [
        .. Enum.GetValues<Stage>().Where(stage => sums[(int)stage].Count > 0).Select(stage =>
        {
            Sums sum = sums[(int)stage];
            return new StageTime(stage, sum.Count, sum.Wall.TotalSeconds, sum.Cpu.TotalSeconds, sum.WorkerCpu.TotalSeconds);
        }),
    ];

    private static TimeSpan ThreadCpu() => CpuClock.OfThisThread();

    private struct Sums
    {
        public int Count;
        public TimeSpan Wall, Cpu, WorkerCpu;
    }
}
