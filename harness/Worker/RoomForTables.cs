using System.Runtime.CompilerServices;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>
/// Room on the managed heap for the arrays of <c>setup</c>, made before they are. Nearly all that they cost is first touches of memory: the
/// collector takes 64 KiB of its address space at a time, and each page of 4 KiB in it is a fault of its own. Here a stretch of that space
/// is made usable in one go and asked to come in huge pages. With the 9.9 MB of the real package's tables: 35 ms of CPU instead of 95,
/// 1,000 faults instead of 6,500 (perf/results). What the kernel does not grant costs time and nothing else.
/// </summary>
internal readonly ref struct RoomForTables : IDisposable
{
    /// <summary>
    /// Large objects have a region of this size to themselves; it lies between the strings' first region and those that follow.
    /// </summary>
    private const long LargeObjectRegionBytes = 32 << 20;

    private const long HugePageBytes = 2 << 20;

    private readonly long from;
    private readonly long length;

    /// <param name="bytes">What the strings will take.</param>
    public RoomForTables(long bytes)
    {
        from = NextObject() & -HugePageBytes;
        length = (2 * LargeObjectRegionBytes + bytes) & -HugePageBytes;
        // The collector reserves at least twice the memory it may use, and this early it stands at the start: the stretch is all its own.
        if (length > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
            length = 0;
        Advise(from, length, LibC.MADV_HUGEPAGE);
        // As the collector will do itself, and find it done. Pieces that differ in either could not come in one page.
        _ = LibC.mprotect((nint)from, (nint)length, LibC.PROT_READ | LibC.PROT_WRITE);
        Advise(from, length, LibC.MADV_DODUMP);
    }

    /// <summary>What was not needed is the predictor's, and as it always was: memory that is not touched is not there (ruling 9).</summary>
    public void Dispose()
    {
        long used = (NextObject() + HugePageBytes) & -HugePageBytes;
        if (used > from && used < from + length)
            Advise(used, from + length - used, LibC.MADV_NOHUGEPAGE);
    }

    private static void Advise(long address, long bytes, int advice) => _ = LibC.madvise((nint)address, (nint)bytes, advice);

    /// <summary>Where the collector puts small objects at the moment.</summary>
    private static unsafe long NextObject()
    {
        object next = new();
        return *(nint*)Unsafe.AsPointer(ref next);
    }
}
