using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>Elementwise work on whole rows, 28 to 31 days x 4 values.</summary>
internal static unsafe class RowArithmetic<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private static int Step => sizeof(TVector) / sizeof(double);

    /// <summary>Copies a row.</summary>
    /// <returns>Whether all its values lie in [+0, 10).</returns>
    // Not inlined: beside all else that its caller keeps, the JIT would carry both pointers through memory, 5 cycles a step.
    [MethodImpl(MethodImplOptions.NoInlining)]
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
        return !(TLanes.AnyOutside(bits) | Bits256.AnyOutside(rest));
    }

    /// <summary>Whether any value lies outside [+0, 10).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AnyOutside(double* row, int length)
    {
        TVector bits = TLanes.Broadcast(0);
        int index = 0;
        for (; index <= length - Step; index += Step)
            bits = TLanes.LargerBits(bits, TLanes.Load(row + index));
        return TLanes.AnyOutside(bits) || (index < length && Bits256.AnyOutside(Bits256.Load(row + index)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AnyNaN(double* row, int length)
    {
        int index = 0;
        for (; index <= length - Step; index += Step)
        {
            if (TLanes.AnyNaN(TLanes.Load(row + index)))
                return true;
        }
        return index < length && Bits256.AnyNaN(Bits256.Load(row + index));
    }

    /// <summary>Copies a row, clamped.</summary>
    /// <returns>False if a value is NaN.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryCopyClamped(double* row, double* copy, int length)
    {
        TVector lowest = TLanes.Broadcast(ValueRange.Lowest), highest = TLanes.Broadcast(ValueRange.Highest);
        bool anyNaN = false;
        int index = 0;
        for (; index <= length - Step; index += Step)
        {
            TVector value = TLanes.Load(row + index);
            anyNaN |= TLanes.AnyNaN(value);
            TLanes.Store(TLanes.Clamp(value, lowest, highest), copy + index);
        }
        if (index < length)
        {
            Vector256<double> value = Bits256.Load(row + index);
            anyNaN |= Bits256.AnyNaN(value);
            Bits256.Store(Bits256.Clamp(value, Vector256<double>.Zero, Vector256.Create(ValueRange.Highest)), copy + index);
        }
        return !anyNaN;
    }
}
