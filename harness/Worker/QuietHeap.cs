using System.Runtime;

namespace Evaluator.Worker;

/// <summary>
/// No collection while the tables are made. Each would mark and move what is all still needed; and the arrays, which are large objects, set
/// off a full one, with the predictions of the first months in the predictor's own time (perf/results: all of a worker of SmoothedRate went
/// from 117 to 77 ms of CPU, of Zero from 73 to 52). It ends before the predictor is loaded, whose collector has the settings that it
/// always had. What the collector does not grant, as for tables near its limit, costs time and nothing else.
/// </summary>
internal readonly ref struct QuietHeap : IDisposable
{
    /// <summary>
    /// For what else is made meanwhile, and for what the predictor makes first: what is granted and not used stays granted. With 4 MiB the
    /// calls of SmoothedRate take 41 ms of CPU, with 16 and more 27, because no collection marks the tables in them.
    /// </summary>
    private const long MoreSmall = 16 << 20;

    /// <summary>The same: with 1 MiB the first predictions set off a full collection, with 16 none of the case does.</summary>
    private const long MoreLarge = 16 << 20;

    /// <param name="smallObjects">Bytes of them that will be made.</param>
    /// <param name="largeObjects">The same of those above 85,000 bytes.</param>
    public QuietHeap(long smallObjects, long largeObjects)
    {
        (smallObjects, largeObjects) = (smallObjects + MoreSmall, largeObjects + MoreLarge);
        // Half of all memory at most: the collector throws for what it can't have, and the predictor is to find room as before.
        if (smallObjects + largeObjects >= GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2)
            return;
        // Of nearly nothing, 0.3 ms. Without it the collector takes what is granted for allocated since the process began, and collects all
        // tables, 16 ms, with the next object after them: in the sandbox, where it can't see the processor's caches and begins with little.
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        _ = GC.TryStartNoGCRegion(smallObjects + largeObjects, largeObjects, disallowFullBlockingGC: true);
    }

    public void Dispose()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            GC.EndNoGCRegion();
    }
}
