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
    public static bool AnyUpperHalfAbove(Vector128<double> value, uint limit) =>
        Vector128.GreaterThanAny(value.AsUInt32(), Vector128.Create(((ulong)limit << 32) | uint.MaxValue).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Clamp(Vector128<double> value)
    {
        Vector128<double> ten = Vector128.Create(10.0);
        Vector128<double> belowTen = Vector128.ConditionalSelect(Vector128.LessThan(value, ten), value, ten);
        return Vector128.ConditionalSelect(Vector128.GreaterThan(value, Vector128<double>.Zero), belowTen, Vector128<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyNaN(Vector128<double> value) => !Vector128.EqualsAll(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool FormsOfTwo(
        double* first, double* second, in SpanWeights weights, out Vector256<double> firstForm, out Vector256<double> secondForm)
    {
        return FormOfOne(first, weights, out firstForm) & FormOfOne(second, weights, out secondForm);
    }

    private static bool FormOfOne(double* row, in SpanWeights weights, out Vector256<double> form)
    {
        Vector128<double> lower = FormKernel<Bits128, Vector128<double>>.Form(row, row, weights, out bool lowerInRange);
        Vector128<double> upper = FormKernel<Bits128, Vector128<double>>.Form(row + 2, row + 2, weights, out bool upperInRange);
        form = Vector256.Create(lower, upper);
        return lowerInRange && upperInRange;
    }
}
