namespace Evaluator.Harness.Workers;

/// <summary>A process's CPU clock: all its threads, ended ones included, in nanoseconds, kept by the kernel.</summary>
internal static class CpuClock
{
    /// <returns>Zero where there is no such process any more.</returns>
    public static TimeSpan Of(int process)
    {
        // clock_getcpuclockid(3) is this arithmetic: the complement of the id, shifted, with the bits of the scheduler's process clock.
        int clock = (~process << 3) | 2;
        return LibC.clock_gettime(clock, out LibC.Timespec time) == 0
            ? TimeSpan.FromTicks((long)time.Seconds * TimeSpan.TicksPerSecond + (long)time.Nanoseconds / 100)
            : TimeSpan.Zero;
    }
}
