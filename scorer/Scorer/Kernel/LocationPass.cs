using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// The one pass over a month's predictions: the locations' forms, and on the way the streets' sums. By blocks of rows that stay
/// in the first-level cache: correct what has to be corrected, then run the kernel.
/// </summary>
/// <remarks>
/// Most rows are neither clamped nor copied: their signs and their sums of squares, which the kernel has anyway, prove that all values lie
/// in [+0, 10), or leave a suspicion that an exact look ends. Rows with events (about one in six) are corrected in a copy. If any other row
/// turns out to be outside, the sums are spoilt already, and the caller runs the pass again with a kernel that clamps.
/// Vectors are not compiled ahead, and as the JIT compiles them first, each operation a call, they took 3 % of a fast run: hence
/// AggressiveOptimization, here and in <see cref="RowArithmetic{TLanes, TVector}"/>.
/// </remarks>
internal unsafe ref struct LocationPass<TLanes, TVector>(ActualMonth actual, double* predictions, Workspace workspace, bool clamp)
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private readonly ActualMonth actual = actual;
    private readonly double* predictions = predictions;
    private readonly Workspace workspace = workspace;
    private readonly bool clamp = clamp;
    private readonly int rowLength = actual.RowLength;

    /// <summary>Leaves the streets' sums in the workspace.</summary>
    /// <param name="total">The locations' forms, added place by place, by type.</param>
    public PassOutcome Run(out Vector256<double> total)
    {
        double** rows = stackalloc double*[Workspace.BlockRows];
        double** bases = stackalloc double*[Workspace.BlockRows], sums = stackalloc double*[Workspace.BlockRows];
        double* forms = workspace.Forms;
        int places = actual.Layout.LocationCount;
        Vector256<double> added = Vector256<double>.Zero;
        total = added;
        for (int place = 0; place < places; place += Workspace.BlockRows)
        {
            int count = Math.Min(Workspace.BlockRows, places - place);
            PointAtRows(rows, bases, sums, place, count);
            ulong corrected = actual.PlacesWithEvents(place, count);
            if (!TryCorrect(rows, place, count, corrected))
                return PassOutcome.NotANumber;
            var block = new RowBlock(rows, bases, sums, count, corrected, predictions + (nint)(place + count) * rowLength);
            ulong suspects = clamp
                ? FormKernel<TLanes, TVector>.Forms<Clamped>(block, actual.Weights, workspace.Sums, forms)
                : FormKernel<TLanes, TVector>.Forms<Unclamped>(block, actual.Weights, workspace.Sums, forms);
            suspects &= ~corrected & ((1ul << count) - 1);
            if (clamp ? AnyNaN(rows, suspects) : AnyOutside(rows, suspects))
                return clamp ? PassOutcome.NotANumber : PassOutcome.OutOfRange;
            added = Add(added, forms, count);
        }
        total = added;
        return PassOutcome.Done;
    }

    // Not inlined: within the loop above, the JIT would keep the total in memory (2.7 ns a row).
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> Add(Vector256<double> total, double* forms, int count)
    {
        for (int row = 0; row < count; row++)
            total += Vector256.Load(forms + row * EventTypes.Count);
        return total;
    }

    private readonly void PointAtRows(double** rows, double** bases, double** sums, int place, int count)
    {
        PointAt(rows, predictions, actual.Layout.LocationsByStreet.Slice(place, count), rowLength);
        PointAt(bases, workspace.Street(0), actual.Layout.StreetSoFar.Slice(place, count), Workspace.RowStride);
        PointAt(sums, workspace.Street(0), actual.Layout.StreetOfPlace.Slice(place, count), Workspace.RowStride);
        if (count % 2 != 0)
            sums[count] = bases[count] = workspace.Nowhere;
    }

    // Four at a time. An index of a value fits 32 bits, since predictions are one span.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PointAt(double** pointers, double* origin, ReadOnlySpan<int> numbers, int stride)
    {
        int at = 0;
        for (; at <= numbers.Length - Vector128<int>.Count; at += Vector128<int>.Count)
        {
            (Vector128<long> lower, Vector128<long> upper) = Vector128.Widen(Vector128.Create(numbers[at..]) * stride);
            Vector128<long> start = Vector128.Create((long)origin);
            (start + (lower << 3)).Store((long*)(pointers + at));
            (start + (upper << 3)).Store((long*)(pointers + at + 2));
        }
        for (; at < numbers.Length; at++)
            pointers[at] = origin + (nint)numbers[at] * stride;
    }

    /// <summary>The exact look at rows that the kernel suspects.</summary>
    private readonly bool AnyOutside(double** rows, ulong suspects)
    {
        for (; suspects != 0; suspects &= suspects - 1)
        {
            if (RowArithmetic<TLanes, TVector>.AnyOutside(rows[BitOperations.TrailingZeroCount(suspects)], rowLength))
                return true;
        }
        return false;
    }

    private readonly bool AnyNaN(double** rows, ulong suspects)
    {
        for (; suspects != 0; suspects &= suspects - 1)
        {
            if (RowArithmetic<TLanes, TVector>.AnyNaN(rows[BitOperations.TrailingZeroCount(suspects)], rowLength))
                return true;
        }
        return false;
    }

    /// <summary>Points rows with events at copies, clamped and less the events. False if a value of theirs is NaN.</summary>
    /// <param name="withEvents">One bit for each of these rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly bool TryCorrect(double** rows, int place, int count, ulong withEvents)
    {
        // The copies of every block begin at the same place, so that they find their lines in the first-level cache.
        double* copy = workspace.Corrected(0);
        bool inside = !clamp && RowArithmetic<TLanes, TVector>.Copy(rows, withEvents, copy, rowLength);
        for (ulong left = withEvents; left != 0; left &= left - 1, copy += Workspace.RowStride)
        {
            int row = BitOperations.TrailingZeroCount(left);
            if (!inside && !RowArithmetic<TLanes, TVector>.TryCopyClamped(rows[row], copy, rowLength))
                return false;
            rows[row] = copy;
        }
        // After all copies, in a loop of its own: row by row, the number of its events is a branch that is often mispredicted.
        foreach (ref readonly ActualCell cell in actual.CellsOf(place, place + count))
            rows[cell.Place - place][cell.Index] -= cell.Count;
        return true;
    }
}
