using System.Runtime.InteropServices;
using Evaluator.Scorer.Definition;

namespace Evaluator.Benchmarks;

/// <summary>The struct Month of perf/peers/scorer.cpp. Its arrays are pinned for as long as the process lives.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct PeerMonth
{
    private readonly double* predictions;
    private readonly int locations, days, streets, cells;
    private readonly int* streetStart, cellRow, cellIndex;
    private readonly double* cellCount;

    public PeerMonth(ActualMonth actual, double[] predictions)
    {
        BlockGroupLayout layout = actual.Layout;
        ReadOnlySpan<ActualCell> cells = actual.CellsOf(0, layout.LocationCount);
        this.predictions = (double*)Pinned(predictions);
        (locations, days, streets, this.cells) = (layout.LocationCount, actual.DayCount, layout.StreetCount, cells.Length);
        streetStart = (int*)Pinned(layout.StreetStart.ToArray());
        cellRow = (int*)Pinned(cells.ToArray().Select(cell => cell.Place).ToArray());
        cellIndex = (int*)Pinned(cells.ToArray().Select(cell => cell.Index).ToArray());
        cellCount = (double*)Pinned(cells.ToArray().Select(cell => cell.Count).ToArray());
    }

    private static nint Pinned(Array array) => GCHandle.Alloc(array, GCHandleType.Pinned).AddrOfPinnedObject();
}
