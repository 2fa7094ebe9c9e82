using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>Half a row, two event types, in a 128-bit register (SSE, NEON).</summary>
internal readonly unsafe struct Bits128 : ILanes<Vector128<double>>
{
    public static int RowsAtOnce => 1;

    public static int TypesAtOnce => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadDay(double* first, double* second) => Vector128.Load(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddDay(double* first, double* second, double* firstSum, double* secondSum) =>
        (Vector128.Load(firstSum) + Vector128.Load(first)).Store(firstSum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTwoDays(double* first, double* second, double* firstSum, double* secondSum)
    {
        (Vector128.Load(firstSum) + Vector128.Load(first)).Store(firstSum);
        (Vector128.Load(firstSum + EventTypes.Count) + Vector128.Load(first + EventTypes.Count)).Store(firstSum + EventTypes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(double* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<double> value, double* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Broadcast(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Add(Vector128<double> left, Vector128<double> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Subtract(Vector128<double> left, Vector128<double> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> left, Vector128<double> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AddSquare(Vector128<double> sum, Vector128<double> value) => sum + value * value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LargerBits(Vector128<double> left, Vector128<double> right) =>
        Vector128.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Clamp(Vector128<double> value)
    {
        Vector128<double> ten = Vector128.Create(ValueRange.Highest);
        Vector128<double> belowTen = Vector128.ConditionalSelect(Vector128.LessThan(value, ten), value, ten);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(value, Vector128<double>.Zero), belowTen, Vector128<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector128<double> value) => !Vector128.EqualsAll(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RowsOutsideRange(Vector128<double> largestBits) =>
        Vector128.GreaterThanAny(largestBits.AsUInt64(), Vector128.Create(ValueRange.LastInside)) ? 1u : 0;
}
