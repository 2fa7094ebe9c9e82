using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Benchmarks;

/// <summary>
/// Reads every double once and does as little as possible with it: the yardstick. Nothing that looks at each prediction can be
/// faster, whatever the machine.
/// </summary>
internal static unsafe class ReadPass
{
    /// <summary>
    /// In the widest registers that .NET thinks good. On a Cascade Lake it has those of 512 bits and avoids them, and rightly so: rows lie
    /// across cache lines, and 250 locations take 18.6 ns each instead of 11.9.
    /// Compiled in earnest from the first call on: in one race the JIT came to it after three of four parts, and the kernel seemed to take
    /// 0.9 read passes.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> values)
    {
        fixed (double* start = values)
        {
            double* end = start + values.Length;
            return Vector512.IsHardwareAccelerated ? Sum512(start, end) : Sum256(start, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum512(double* next, double* end)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        for (; end - next >= 32; next += 32)
        {
            a += Vector512.Load(next);
            b += Vector512.Load(next + 8);
            c += Vector512.Load(next + 16);
            d += Vector512.Load(next + 24);
        }
        return Vector512.Sum((a + b) + (c + d)) + SumOfRest(next, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum256(double* next, double* end)
    {
        Vector256<double> a = default, b = default, c = default, d = default;
        for (; end - next >= 16; next += 16)
        {
            a += Vector256.Load(next);
            b += Vector256.Load(next + 4);
            c += Vector256.Load(next + 8);
            d += Vector256.Load(next + 12);
        }
        return Vector256.Sum((a + b) + (c + d)) + SumOfRest(next, end);
    }

    private static double SumOfRest(double* next, double* end)
    {
        double sum = 0;
        for (; next < end; next++)
            sum += *next;
        return sum;
    }
}
