using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// Two rows, four event types each, in a 512-bit register (AVX-512). Without those, in two of 256 bits: slow, but any machine with AVX2 can
/// show that the bits are the same.
/// </summary>
internal readonly unsafe struct Bits512 : ILanes<Vector512<double>>
{
    public static int RowsAtOnce => 2;

    public static int TypesAtOnce => 4;

    // One load and one insert. Vector512.Create(lower, upper) makes two inserts and a false dependency.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OneDay<TRange>(in RowPair rows, nint at, in RowBounds<Vector512<double>> bounds)
        where TRange : struct, IRange
    {
        Vector256<double> ofFirst = Vector256.Load(rows.First + at), ofSecond = Vector256.Load(rows.Second + at);
        if (TRange.Clamps)
        {
            ofFirst = Bits256.Clamp(ofFirst, bounds.FirstLowest.GetLower(), bounds.FirstHighest.GetLower());
            ofSecond = Bits256.Clamp(ofSecond, bounds.SecondLowest.GetLower(), bounds.SecondHighest.GetLower());
        }
        Vector256<double> sum = Vector256.Load(rows.FirstBase + at) + ofFirst;
        if (rows.FirstSum == rows.SecondSum)
        {
            (sum + ofSecond).Store(rows.FirstSum + at);
        }
        else
        {
            sum.Store(rows.FirstSum + at);
            (Vector256.Load(rows.SecondBase + at) + ofSecond).Store(rows.SecondSum + at);
        }
        return ofFirst.ToVector512Unsafe().WithUpper(ofSecond);
    }

    // Two loads, one insert and one shuffle, where day by day it would be four loads and two inserts beside the two for the sums.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> TwoDays<TRange>(
        in RowPair rows, nint at, in RowBounds<Vector512<double>> bounds, out Vector512<double> next)
        where TRange : struct, IRange
    {
        Vector512<double> ofFirst = Vector512.Load(rows.First + at), ofSecond = Vector512.Load(rows.Second + at);
        if (TRange.Clamps)
        {
            ofFirst = Clamp(ofFirst, bounds.FirstLowest, bounds.FirstHighest);
            ofSecond = Clamp(ofSecond, bounds.SecondLowest, bounds.SecondHighest);
        }
        Vector512<double> sum = Vector512.Load(rows.FirstBase + at) + ofFirst;
        if (rows.FirstSum == rows.SecondSum)
        {
            (sum + ofSecond).Store(rows.FirstSum + at);
        }
        else
        {
            sum.Store(rows.FirstSum + at);
            (Vector512.Load(rows.SecondBase + at) + ofSecond).Store(rows.SecondSum + at);
        }
        next = Avx512F.IsSupported
            ? Avx512F.Shuffle4x128(ofFirst, ofSecond, 0b11_10_11_10)
            : Vector512.Create(ofFirst.GetUpper(), ofSecond.GetUpper());
        return ofFirst.WithUpper(ofSecond.GetLower());
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
    public static Vector512<double> Fused(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Or(Vector512<double> left, Vector512<double> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LargerBits(Vector512<double> left, Vector512<double> right) =>
        Vector512.Max(left.AsUInt32(), right.AsUInt32()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyOutside(Vector512<double> largestBits) =>
        Vector512.GreaterThanAny(largestBits.AsUInt64(), Vector512.Create(ValueRange.LastInside));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Suspects(Vector512<double> signs, Vector512<double> squares)
    {
        ulong lanes = signs.ExtractMostSignificantBits()
            | ~Vector512.LessThan(squares, Vector512.Create(ValueRange.Highest * ValueRange.Highest)).ExtractMostSignificantBits();
        return ((lanes & 0x0F) != 0 ? 1u : 0) | ((lanes & 0xF0) != 0 ? 2u : 0);
    }

    // The bare instruction: an operand that is NaN comes out if it is the second one (Intel, "MAXPD").
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Clamp(Vector512<double> value, Vector512<double> lowest, Vector512<double> highest) =>
        Avx512F.IsSupported
            ? Avx512F.Max(lowest, Avx512F.Min(highest, value))
            : Vector512.Create(
                Bits256.Clamp(value.GetLower(), lowest.GetLower(), highest.GetLower()),
                Bits256.Clamp(value.GetUpper(), lowest.GetUpper(), highest.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector512<double> value) => !Vector512.EqualsAll(value, value);
}
