using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>Two rows, four event types each, in a 512-bit register (AVX-512).</summary>
internal readonly unsafe struct Bits512 : ILanes<Vector512<double>>
{
    public static int RowsAtOnce => 2;

    public static int TypesAtOnce => 4;

    // One load and one insert. Vector512.Create(lower, upper) makes two inserts and a false dependency.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadDay(double* first, double* second) =>
        Vector256.Load(first).ToVector512Unsafe().WithUpper(Vector256.Load(second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddDay(double* first, double* second, double* firstSum, double* secondSum)
    {
        if (firstSum == secondSum)
        {
            (Vector256.Load(firstSum) + Vector256.Load(first) + Vector256.Load(second)).Store(firstSum);
            return;
        }
        (Vector256.Load(firstSum) + Vector256.Load(first)).Store(firstSum);
        (Vector256.Load(secondSum) + Vector256.Load(second)).Store(secondSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoDays(double* first, double* second, double* firstSum, double* secondSum)
    {
        if (firstSum == secondSum)
        {
            (Vector512.Load(firstSum) + Vector512.Load(first) + Vector512.Load(second)).Store(firstSum);
            return;
        }
        (Vector512.Load(firstSum) + Vector512.Load(first)).Store(firstSum);
        (Vector512.Load(secondSum) + Vector512.Load(second)).Store(secondSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, double* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Broadcast(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> left, Vector512<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Subtract(Vector512<double> left, Vector512<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> left, Vector512<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddSquare(Vector512<double> sum, Vector512<double> value) => sum + value * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LargerBits(Vector512<double> left, Vector512<double> right) =>
        Vector512.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Clamp(Vector512<double> value)
    {
        Vector512<double> ten = Vector512.Create(ValueRange.Highest);
        Vector512<double> belowTen = Vector512.ConditionalSelect(Vector512.LessThan(value, ten), value, ten);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(value, Vector512<double>.Zero), belowTen, Vector512<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector512<double> value) => !Vector512.EqualsAll(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RowsOutsideRange(Vector512<double> largestBits)
    {
        ulong lanes = Vector512.GreaterThan(largestBits.AsUInt64(), Vector512.Create(ValueRange.LastInside)).ExtractMostSignificantBits();
        return ((lanes & 0x0F) != 0 ? 1u : 0) | ((lanes & 0xF0) != 0 ? 2u : 0);
    }
}
