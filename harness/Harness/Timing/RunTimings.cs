using System.Diagnostics;

namespace Evaluator.Harness.Timing;

/// <summary>
/// The file <c>timings.json</c>: where the time of a run went, of the process that worked on it last. No hash and no seal covers it, and
/// nothing is computed from it.
/// </summary>
/// <param name="Cases">Played by this process.</param>
/// <param name="WallSeconds">From the start of the process.</param>
/// <param name="HarnessCpuSeconds">Of all threads of the harness: those of the stages, the watchdog, the collector, start-up.</param>
/// <param name="HarnessPeakMemoryBytes">The most that the harness held in memory.</param>
public sealed record RunTimings(
    int Cases, int Lanes, double WallSeconds, double HarnessCpuSeconds, long HarnessPeakMemoryBytes, IReadOnlyList<StageTime> Stages)
{
    /// <summary>What this process has used so far.</summary>
    internal static RunTimings Of(int cases, int lanes, StageClock clock)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan wall = DateTime.Now - self.StartTime;
        return new RunTimings(
            cases, lanes, wall.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds, self.PeakWorkingSet64, clock.Times());
    }
}
