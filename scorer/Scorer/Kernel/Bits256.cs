using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>One row, four event types, in a 256-bit register (AVX2).</summary>
internal readonly unsafe struct Bits256 : ILanes<Vector256<double>>
{
    public static int RowsAtOnce => 1;

    public static int TypesAtOnce => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OneDay<TRange>(in RowPair rows, nint at, in RowBounds<Vector256<double>> bounds)
        where TRange : struct, IRange
    {
        Vector256<double> day = Vector256.Load(rows.First + at);
        if (TRange.Clamps)
            day = Clamp(day, bounds.FirstLowest, bounds.FirstHighest);
        (Vector256.Load(rows.FirstBase + at) + day).Store(rows.FirstSum + at);
        return day;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> TwoDays<TRange>(
        in RowPair rows, nint at, in RowBounds<Vector256<double>> bounds, out Vector256<double> next)
        where TRange : struct, IRange
    {
        Vector256<double> day = OneDay<TRange>(rows, at, bounds);
        next = OneDay<TRange>(rows, at + EventTypes.Count, bounds);
        return day;
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
    public static Vector256<double> Fused(Vector256<double> left, Vector256<double> right, Vector256<double> addend) =>
        Vector256.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Or(Vector256<double> left, Vector256<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LargerBits(Vector256<double> left, Vector256<double> right) =>
        Vector256.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector256<double> largestBits) =>
        Vector256.GreaterThanAny(largestBits.AsUInt64(), Vector256.Create(ValueRange.LastInside));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Suspects(Vector256<double> signs, Vector256<double> squares) =>
        (signs | ~Vector256.LessThan(squares, Vector256.Create(ValueRange.Highest * ValueRange.Highest))).ExtractMostSignificantBits() != 0
            ? 1u : 0;

    // The bare instruction: an operand that is NaN comes out if it is the second one (Intel, "MAXPD").
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Clamp(Vector256<double> value, Vector256<double> lowest, Vector256<double> highest) =>
        Avx.Max(lowest, Avx.Min(highest, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector256<double> value) => !Vector256.EqualsAll(value, value);
}
