namespace Evaluator.Confinement.Workers;

/// <summary>A process's CPU clock: all its threads, ended ones included, in nanoseconds, kept by the kernel.</summary>
public static class CpuClock
{
    private const int ThreadClock = 3;    // CLOCK_THREAD_CPUTIME_ID

    /// <returns>Zero where there is no such process any more.</returns>
    public static TimeSpan Of(int process)
    {
        // clock_getcpuclockid(3) is this arithmetic: the complement of the id, shifted, with the bits of the scheduler's process clock.
        return Read((~process << 3) | 2);
    }

    public static TimeSpan OfThisThread() => Read(ThreadClock);

    /// <summary>CPU time of this process's children that have ended and been waited for.</summary>
    public static unsafe TimeSpan OfEndedChildren()
    {
        long* usage = stackalloc long[18];
        return LibC.getrusage(LibC.RUSAGE_CHILDREN, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : TimeSpan.Zero;
    }

    /// <returns>Zero where there is no such clock.</returns>
    private static TimeSpan Read(int clock) => LibC.clock_gettime(clock, out LibC.Timespec time) == 0
        ? TimeSpan.FromTicks((long)time.Seconds * TimeSpan.TicksPerSecond + (long)time.Nanoseconds / 100)
        : TimeSpan.Zero;
}
