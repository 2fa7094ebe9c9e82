using System.Numerics;
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

    /// <summary>Copies rows, one to each <see cref="Workspace.RowStride"/>.</summary>
    /// <param name="which">One bit for each row to copy.</param>
    /// <returns>Whether all their values lie in [+0, 10).</returns>
    // Not inlined: beside all else that its caller keeps, the JIT would carry both pointers through memory, 5 cycles a step.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static bool Copy(double** rows, ulong which, double* copy, int length)
    {
        TVector bits = TLanes.Broadcast(0), others = bits;
        Vector256<double> restBits = Vector256<double>.Zero;
        for (; which != 0; which &= which - 1, copy += Workspace.RowStride)
        {
            double* row = rows[BitOperations.TrailingZeroCount(which)];
            nint index = 0;
            for (; index <= length - 4 * Step; index += 4 * Step)
            {
                TVector a = TLanes.Load(row + index), b = TLanes.Load(row + index + Step);
                TVector c = TLanes.Load(row + index + 2 * Step), d = TLanes.Load(row + index + 3 * Step);
                bits = TLanes.LargerBits(bits, TLanes.LargerBits(a, b));
                others = TLanes.LargerBits(others, TLanes.LargerBits(c, d));
                TLanes.Store(a, copy + index);
                TLanes.Store(b, copy + index + Step);
                TLanes.Store(c, copy + index + 2 * Step);
                TLanes.Store(d, copy + index + 3 * Step);
            }
            for (; index <= length - Step; index += Step)
            {
                TVector value = TLanes.Load(row + index);
                bits = TLanes.LargerBits(bits, value);
                TLanes.Store(value, copy + index);
            }
            if (index < length)
            {
                Vector256<double> rest = Vector256.Load(row + index);
                restBits = Bits256.LargerBits(restBits, rest);
                rest.Store(copy + index);
            }
        }
        return !(TLanes.AnyOutside(TLanes.LargerBits(bits, others)) | Bits256.AnyOutside(restBits));
    }

    /// <summary>Whether any value lies outside [+0, 10).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static bool AnyOutside(double* row, int length)
    {
        TVector bits = TLanes.Broadcast(0);
        int index = 0;
        for (; index <= length - Step; index += Step)
            bits = TLanes.LargerBits(bits, TLanes.Load(row + index));
        return TLanes.AnyOutside(bits) || (index < length && Bits256.AnyOutside(Bits256.Load(row + index)));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
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
