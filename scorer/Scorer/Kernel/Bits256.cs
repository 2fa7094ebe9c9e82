using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>One row, four event types, in a 256-bit register (AVX2).</summary>
internal readonly unsafe struct Bits256 : ILanes<Vector256<double>>
{
    public static int RowsAtOnce => 1;

    public static int TypesAtOnce => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadDay(double* first, double* second) => Vector256.Load(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddDay(double* first, double* second, double* firstSum, double* secondSum) =>
        (Vector256.Load(firstSum) + Vector256.Load(first)).Store(firstSum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoDays(double* first, double* second, double* firstSum, double* secondSum)
    {
        (Vector256.Load(firstSum) + Vector256.Load(first)).Store(firstSum);
        (Vector256.Load(firstSum + EventTypes.Count) + Vector256.Load(first + EventTypes.Count)).Store(firstSum + EventTypes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> value, double* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> left, Vector256<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Subtract(Vector256<double> left, Vector256<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> left, Vector256<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddSquare(Vector256<double> sum, Vector256<double> value) => sum + value * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LargerBits(Vector256<double> left, Vector256<double> right) =>
        Vector256.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Clamp(Vector256<double> value)
    {
        Vector256<double> ten = Vector256.Create(ValueRange.Highest);
        Vector256<double> belowTen = Vector256.ConditionalSelect(Vector256.LessThan(value, ten), value, ten);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(value, Vector256<double>.Zero), belowTen, Vector256<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector256<double> value) => !Vector256.EqualsAll(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RowsOutsideRange(Vector256<double> largestBits) =>
        Vector256.GreaterThanAny(largestBits.AsUInt64(), Vector256.Create(ValueRange.LastInside)) ? 1u : 0;
}
