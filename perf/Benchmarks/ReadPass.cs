using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Benchmarks;

/// <summary>
/// Reads every double once and does as little as possible with it: the yardstick. Nothing that looks at each prediction can be
/// faster, whatever the machine.
/// </summary>
internal static unsafe class ReadPass
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Sum(ReadOnlySpan<double> values)
    {
        fixed (double* start = values)
        {
            double* end = start + values.Length;
            double* next = start;
            Vector512<double> a = default, b = default, c = default, d = default;
            for (; end - next >= 32; next += 32)
            {
                a += Vector512.Load(next);
                b += Vector512.Load(next + 8);
                c += Vector512.Load(next + 16);
                d += Vector512.Load(next + 24);
            }
            double sum = Vector512.Sum((a + b) + (c + d));
            for (; next < end; next++)
                sum += *next;
            return sum;
        }
    }
}
