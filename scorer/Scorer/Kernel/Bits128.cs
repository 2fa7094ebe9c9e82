using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>Half a row, two event types, in a 128-bit register (SSE, NEON).</summary>
internal readonly unsafe struct Bits128 : ILanes<Vector128<double>>
{
    public static int RowsAtOnce => 1;

    public static int TypesAtOnce => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> OneDay<TRange>(in RowPair rows, nint at, in RowBounds<Vector128<double>> bounds)
        where TRange : struct, IRange
    {
        Vector128<double> day = Vector128.Load(rows.First + at);
        if (TRange.Clamps)
            day = Clamp(day, bounds.FirstLowest, bounds.FirstHighest);
        (Vector128.Load(rows.FirstBase + at) + day).Store(rows.FirstSum + at);
        return day;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> TwoDays<TRange>(
        in RowPair rows, nint at, in RowBounds<Vector128<double>> bounds, out Vector128<double> next)
        where TRange : struct, IRange
    {
        Vector128<double> day = OneDay<TRange>(rows, at, bounds);
        next = OneDay<TRange>(rows, at + EventTypes.Count, bounds);
        return day;
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
    public static Vector128<double> Fused(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
        Vector128.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Or(Vector128<double> left, Vector128<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LargerBits(Vector128<double> left, Vector128<double> right) =>
        Vector128.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector128<double> largestBits) =>
        Vector128.GreaterThanAny(largestBits.AsUInt64(), Vector128.Create(ValueRange.LastInside));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Suspects(Vector128<double> signs, Vector128<double> squares) =>
        (signs | ~Vector128.LessThan(squares, Vector128.Create(ValueRange.Highest * ValueRange.Highest))).ExtractMostSignificantBits() != 0
            ? 1u : 0;

    // The bare instruction: an operand that is NaN comes out if it is the second one (Intel, "MAXPD"); in NEON whichever it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Clamp(Vector128<double> value, Vector128<double> lowest, Vector128<double> highest) =>
        Sse2.IsSupported ? Sse2.Max(lowest, Sse2.Min(highest, value)) : AdvSimd.Arm64.Max(lowest, AdvSimd.Arm64.Min(highest, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector128<double> value) => !Vector128.EqualsAll(value, value);
}
