using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary>
/// The one pass over a month's predictions: the locations' forms, and on the way the streets' sums. By blocks of rows that stay
/// in the first-level cache: correct what has to be corrected, then run the kernel.
/// </summary>
/// <remarks>
/// Most rows are neither clamped nor copied: the largest bit pattern, taken on the way, proves that all values lie in [+0, 10).
/// Rows with events (about one in six) are corrected in a copy. If any other row turns out to be outside, the sums are spoilt
/// already, and the caller runs the pass again with every row corrected: a predictor that leaves the range once does so often,
/// and nearly always in its first block.
/// </remarks>
internal unsafe ref struct LocationPass<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private readonly ActualMonth _actual;
    private readonly double* _predictions;
    private readonly Workspace _workspace;
    private readonly bool _correctAll;
    private int _nextWithEvents;

    public LocationPass(ActualMonth actual, double* predictions, Workspace workspace, bool correctAll)
    {
        _actual = actual;
        _predictions = predictions;
        _workspace = workspace;
        _correctAll = correctAll;
    }

    /// <summary>Leaves the streets' sums in the workspace.</summary>
    /// <param name="total">The locations' forms, added place by place, by type.</param>
    public PassOutcome Run(out Vector256<double> total)
    {
        double** rows = stackalloc double*[Workspace.BlockRows];
        double** sums = stackalloc double*[Workspace.BlockRows];
        double* forms = _workspace.Forms;
        int places = _actual.Layout.LocationCount;
        Vector256<double> added = Vector256<double>.Zero;
        total = added;
        for (int place = 0; place < places; place += Workspace.BlockRows)
        {
            int count = Math.Min(Workspace.BlockRows, places - place);
            PointAtRows(rows, sums, place, count);
            if (!TryCorrect(rows, place, count, out ulong corrected))
                return PassOutcome.NotANumber;
            double* ahead = _predictions + (nint)(place + count) * _actual.RowLength;
            if ((FormKernel<TLanes, TVector>.Forms(rows, sums, count, _actual.Weights, ahead, forms) & ~corrected) != 0)
                return PassOutcome.OutOfRange;
            added = Add(added, forms, count);
        }
        total = added;
        return PassOutcome.Done;
    }

    // Not inlined: within the loop above, the JIT would keep the total in memory (2.7 ns a row).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> Add(Vector256<double> total, double* forms, int count)
    {
        for (int row = 0; row < count; row++)
            total += Vector256.Load(forms + row * SpanWeights.Types);
        return total;
    }

    private readonly void PointAtRows(double** rows, double** sums, int place, int count)
    {
        ReadOnlySpan<int> locations = _actual.Layout.LocationsByStreet.Slice(place, count);
        ReadOnlySpan<int> streets = _actual.Layout.StreetOfPlace.Slice(place, count);
        double* predictions = _predictions;
        double* firstSum = _workspace.Street(0);
        nint length = _actual.RowLength;
        for (int row = 0; row < locations.Length && row < streets.Length; row++)
        {
            rows[row] = predictions + locations[row] * length;
            sums[row] = firstSum + (nint)streets[row] * Workspace.RowStride;
        }
        if (count % 2 != 0)
            sums[count] = _workspace.Nowhere;
    }

    /// <summary>Points rows at copies, clamped and less the actual events. False if a value is NaN.</summary>
    /// <param name="corrected">One bit for each row that was corrected.</param>
    private bool TryCorrect(double** rows, int place, int count, out ulong corrected)
    {
        corrected = 0;
        if (_correctAll)
        {
            corrected = ulong.MaxValue;
            for (int row = 0; row < count; row++)
            {
                if (!TryCopy(rows, row, _workspace.Corrected(row)))
                    return false;
            }
        }
        else
        {
            // The copies of every block begin at the same place, so that they find their lines in the first-level cache.
            ReadOnlySpan<int> withEvents = _actual.PlacesWithEvents;
            int next = _nextWithEvents;
            double* copy = _workspace.Corrected(0);
            for (; next < withEvents.Length && withEvents[next] < place + count; next++, copy += Workspace.RowStride)
            {
                corrected |= 1ul << (withEvents[next] - place);
                if (!TryCopy(rows, withEvents[next] - place, copy))
                    return false;
            }
            _nextWithEvents = next;
        }
        // After all copies, in a loop of its own: row by row, the number of its events is a branch that is often mispredicted.
        foreach (ref readonly ActualCell cell in _actual.CellsOf(place, place + count))
            rows[cell.Place - place][cell.Index] -= cell.Count;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryCopy(double** rows, int row, double* copy)
    {
        bool numbers = RowArithmetic<TLanes, TVector>.Copy(rows[row], copy, _actual.RowLength)
            || RowArithmetic<TLanes, TVector>.TryClamp(copy, _actual.RowLength);
        rows[row] = copy;
        return numbers;
    }
}
