using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary>
/// The one pass over a month's predictions: the locations' forms, and on the way the streets' sums. Works on blocks of rows that
/// stay in the first-level cache: correct what has to be corrected, then the forms two by two, then the sums.
/// </summary>
/// <remarks>
/// Most rows are neither clamped nor copied: the largest bit pattern, taken on the way, proves that all values lie in [+0, 10).
/// Rows that fail, and rows with events (about one in six), are corrected in a copy. Correcting a block at a
/// time keeps the copies' stores away from the loads that follow: row by row, events cost 8 ns on every row.
/// </remarks>
internal unsafe ref struct LocationPass<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The bits of a row in the kernel's answer, one a type.</summary>
    private const ulong RowBits = 0b1111;

    private readonly ActualMonth _actual;
    private readonly double* _predictions;
    private readonly Workspace _workspace;
    private readonly ReadOnlySpan<int> _streetStart;
    private int _nextWithEvents;
    private int _street;
    private bool _correctAll;

    public LocationPass(ActualMonth actual, double* predictions, Workspace workspace)
    {
        _actual = actual;
        _predictions = predictions;
        _workspace = workspace;
        _streetStart = actual.Layout.StreetStart;
    }

    /// <summary>Leaves the streets' sums in the workspace.</summary>
    /// <param name="total">The locations' forms, added place by place, by type.</param>
    /// <returns>False if a value is NaN.</returns>
    public bool TryRun(out Vector256<double> total)
    {
        total = Vector256<double>.Zero;
        double** rows = stackalloc double*[Workspace.BlockRows];
        double* forms = _workspace.Forms;
        int places = _actual.Layout.LocationCount;
        for (int place = 0; place < places; place += Workspace.BlockRows)
        {
            int count = Math.Min(Workspace.BlockRows, places - place);
            PointAtRows(rows, place, count);
            if (!TryCorrectRowsWithEvents(rows, place, count, out ulong corrected) || !TryForms(rows, place, count, corrected, forms))
                return false;
            for (int row = 0; row < count; row++)
                total += Vector256.Load(forms + row * SpanWeights.Types);
            AddToStreets(rows, place, count);
        }
        return true;
    }

    private readonly void PointAtRows(double** rows, int place, int count)
    {
        ReadOnlySpan<int> locations = _actual.Layout.LocationsByStreet.Slice(place, count);
        for (int row = 0; row < locations.Length; row++)
            rows[row] = _predictions + (nint)locations[row] * _actual.RowLength;
    }

    /// <param name="corrected">Four bits set for each row that was corrected.</param>
    private bool TryCorrectRowsWithEvents(double** rows, int place, int count, out ulong corrected)
    {
        corrected = 0;
        if (_correctAll)
            return TryCorrect(rows, place, count, ulong.MaxValue, ref corrected);
        ReadOnlySpan<int> withEvents = _actual.PlacesWithEvents;
        for (; _nextWithEvents < withEvents.Length && withEvents[_nextWithEvents] < place + count; _nextWithEvents++)
        {
            int row = withEvents[_nextWithEvents] - place;
            corrected |= RowBits << (row * SpanWeights.Types);
            if (!TryCorrect(rows, row, place))
                return false;
        }
        return true;
    }

    private bool TryForms(double** rows, int place, int count, ulong corrected, double* forms)
    {
        ulong outside = FormKernel<TLanes, TVector>.Forms(rows, count, _actual.Weights, forms) & ~corrected;
        if (outside == 0)
            return true;
        // A predictor that leaves the range once will do so again: later blocks are corrected before they are read.
        _correctAll = true;
        if (!TryCorrect(rows, place, count, outside, ref corrected))
            return false;
        FormKernel<TLanes, TVector>.Forms(rows, count, _actual.Weights, forms);
        return true;
    }

    /// <summary>Corrects the rows that have a bit set.</summary>
    private readonly bool TryCorrect(double** rows, int place, int count, ulong rowsToCorrect, ref ulong corrected)
    {
        for (int row = 0; row < count; row++)
        {
            ulong bits = RowBits << (row * SpanWeights.Types);
            if ((rowsToCorrect & bits) == 0)
                continue;
            corrected |= bits;
            if (!TryCorrect(rows, row, place))
                return false;
        }
        return true;
    }

    /// <summary>Points a row at a copy, clamped and less the actual events. False if a value is NaN.</summary>
    private readonly bool TryCorrect(double** rows, int row, int place)
    {
        double* copy = _workspace.Corrected(row);
        if (!RowArithmetic<TLanes, TVector>.Copy(rows[row], copy, _actual.RowLength)
            && !RowArithmetic<TLanes, TVector>.TryClamp(copy, _actual.RowLength))
            return false;
        foreach (ActualCell cell in _actual.CellsAt(place + row))
            copy[cell.Index] -= cell.Count;
        rows[row] = copy;
        return true;
    }

    private void AddToStreets(double** rows, int place, int count)
    {
        for (int row = 0; row < count;)
        {
            int end = _streetStart[_street + 1] - place;
            int next = Math.Min(end, count);
            bool begins = _streetStart[_street] == place + row;
            RowArithmetic<TLanes, TVector>.Sum(rows + row, next - row, _workspace.Street(_street), begins, _actual.RowLength);
            row = next;
            if (next == end)
                _street++;
        }
    }
}
