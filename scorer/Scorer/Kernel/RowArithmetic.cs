using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Scorer.Kernel;

/// <summary>Elementwise work on whole rows, 28 to 31 days x 4 values.</summary>
internal static unsafe class RowArithmetic<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private static int Step => sizeof(TVector) / sizeof(double);

    /// <summary>Copies a row.</summary>
    /// <returns>Whether all its values lie in [+0, 10).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Copy(double* row, double* copy, int length)
    {
        TVector bits = TLanes.Broadcast(0);
        int index = 0;
        for (; index <= length - Step; index += Step)
        {
            TVector value = TLanes.Load(row + index);
            bits = TLanes.LargerBits(bits, value);
            TLanes.Store(value, copy + index);
        }
        Vector256<double> rest = index < length ? Vector256.Load(row + index) : Vector256<double>.Zero;
        if (index < length)
            rest.Store(copy + index);
        return (TLanes.RowsOutsideRange(bits) | Bits256.RowsOutsideRange(rest)) == 0;
    }

    /// <summary>Clamps a row in place.</summary>
    /// <returns>False if a value is NaN.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryClamp(double* row, int length)
    {
        bool anyNaN = false;
        int index = 0;
        for (; index <= length - Step; index += Step)
        {
            TVector value = TLanes.Load(row + index);
            anyNaN |= TLanes.AnyNaN(value);
            TLanes.Store(TLanes.Clamp(value), row + index);
        }
        if (index < length)
        {
            Vector256<double> value = Bits256.Load(row + index);
            anyNaN |= Bits256.AnyNaN(value);
            Bits256.Store(Bits256.Clamp(value), row + index);
        }
        return !anyNaN;
    }
}
