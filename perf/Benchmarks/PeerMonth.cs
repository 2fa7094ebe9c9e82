using System.Runtime.InteropServices;
using Evaluator.Scorer.Definition;

namespace Evaluator.Benchmarks;

/// <summary>The struct Month of perf/peers/scorer.cpp. Its arrays are pinned for as long as the process lives.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct PeerMonth
{
    private readonly double* _predictions;
    private readonly int _locations, _days, _streets, _cells;
    private readonly int* _streetStart, _cellRow, _cellIndex;
    private readonly double* _cellCount;

    public PeerMonth(ActualMonth actual, double[] predictions)
    {
        BlockGroupLayout layout = actual.Layout;
        ReadOnlySpan<ActualCell> cells = actual.CellsOf(0, layout.LocationCount);
        _predictions = (double*)Pinned(predictions);
        (_locations, _days, _streets, _cells) = (layout.LocationCount, actual.DayCount, layout.StreetCount, cells.Length);
        _streetStart = (int*)Pinned(layout.StreetStart.ToArray());
        _cellRow = (int*)Pinned(cells.ToArray().Select(cell => cell.Place).ToArray());
        _cellIndex = (int*)Pinned(cells.ToArray().Select(cell => cell.Index).ToArray());
        _cellCount = (double*)Pinned(cells.ToArray().Select(cell => cell.Count).ToArray());
    }

    private static nint Pinned(Array array) => GCHandle.Alloc(array, GCHandleType.Pinned).AddrOfPinnedObject();
}
