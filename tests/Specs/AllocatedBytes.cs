namespace Evaluator.Specs;

/// <summary>What some work allocates on its thread.</summary>
internal static class AllocatedBytes
{
    private const int Times = 3;

    /// <summary>
    /// The least of three counts. A collection that another spec sets off meanwhile may charge this thread with what was left of its buffer
    /// of 8 KB (7,520 bytes, seen once); what the work itself allocates is there each time.
    /// </summary>
    public static long Least(Action work)
    {
        long least = long.MaxValue;
        for (int time = 0; time < Times; time++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
