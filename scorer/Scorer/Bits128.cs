using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary>Half a row, two event types, in a 128-bit register (SSE, NEON).</summary>
internal readonly unsafe struct Bits128 : ILanes<Vector128<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadDay(double* first, double* second) => Vector128.Load(first);

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
        Vector128<double> ten = Vector128.Create(10.0);
        Vector128<double> belowTen = Vector128.ConditionalSelect(Vector128.LessThan(value, ten), value, ten);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(value, Vector128<double>.Zero), belowTen, Vector128<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector128<double> value) => !Vector128.EqualsAll(value, value);

    public static bool OutOfRange(Vector128<double> largestBits) =>
        Vector128.GreaterThanAny(largestBits.AsUInt32(), Vector128.Create(ValueRange.LastInside).AsUInt32());

    public static uint FormsOfTwo(
        double* first, double* second, in SpanWeights weights, out Vector256<double> firstForm, out Vector256<double> secondForm)
    {
        firstForm = FormOfOne(first, weights, out bool firstOutside);
        secondForm = FormOfOne(second, weights, out bool secondOutside);
        return (firstOutside ? 1u : 0) | (secondOutside ? 2u : 0);
    }

    private static Vector256<double> FormOfOne(double* row, in SpanWeights weights, out bool outOfRange)
    {
        Vector128<double> lower = FormKernel<Bits128, Vector128<double>>.Form(row, row, weights, out Vector128<double> lowerBits);
        Vector128<double> upper = FormKernel<Bits128, Vector128<double>>.Form(row + 2, row + 2, weights, out Vector128<double> upperBits);
        outOfRange = OutOfRange(LargerBits(lowerBits, upperBits));
        return Vector256.Create(lower, upper);
    }
}
