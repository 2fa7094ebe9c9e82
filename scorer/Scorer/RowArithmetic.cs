using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary>Elementwise work on whole rows: contiguous, so that a wide register takes two days at a time.</summary>
internal static unsafe class RowArithmetic<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private static int Step => sizeof(TVector) / sizeof(double);

    /// <summary>sum = row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(double* row, double* sum, int length)
    {
        int index = 0;
        for (; index <= length - Step; index += Step)
            TLanes.Store(TLanes.Load(row + index), sum + index);
        if (index < length)
            Vector256.Load(row + index).Store(sum + index);
    }

    /// <summary>sum = sum + row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(double* row, double* sum, int length)
    {
        int index = 0;
        for (; index <= length - Step; index += Step)
            TLanes.Store(TLanes.Add(TLanes.Load(sum + index), TLanes.Load(row + index)), sum + index);
        if (index < length)
            (Vector256.Load(sum + index) + Vector256.Load(row + index)).Store(sum + index);
    }

    /// <summary>sum = (sum + first) + second: one round trip through memory for two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwo(double* first, double* second, double* sum, int length)
    {
        int index = 0;
        for (; index <= length - Step; index += Step)
            {
            TVector firstAdded = TLanes.Add(TLanes.Load(sum + index), TLanes.Load(first + index));
            TLanes.Store(TLanes.Add(firstAdded, TLanes.Load(second + index)), sum + index);
        }
        if (index < length)
            (Vector256.Load(sum + index) + Vector256.Load(first + index) + Vector256.Load(second + index)).Store(sum + index);
    }

    /// <summary>Copies a row with its values clamped to [+0, 10].</summary>
    /// <returns>False if a value is NaN.</returns>
    public static bool TryClamp(double* row, double* clamped, int length)
    {
        bool anyNaN = false;
        int index = 0;
        for (; index <= length - Step; index += Step)
        {
            TVector value = TLanes.Load(row + index);
            anyNaN |= TLanes.AnyNaN(value);
            TLanes.Store(TLanes.Clamp(value), clamped + index);
        }
        if (index < length)
        {
            Vector256<double> value = Bits256.Load(row + index);
            anyNaN |= Bits256.AnyNaN(value);
            Bits256.Store(Bits256.Clamp(value), clamped + index);
        }
        return !anyNaN;
    }
}
