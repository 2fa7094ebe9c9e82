using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// The form of rows: Σ_spans 1/(N(t)·t²) · Σ_windows (window sum)², the four types apart; and each row added to its street's sum.
/// One pass over the days, with the prefix sums and the week sums of the last seven days in registers; each step does
/// what <see cref="PlainMonthScorer"/> does for that day, in its order.
/// </summary>
/// <remarks>
/// What bounds it, on a Zen 5 core: 29 + 56 + 48 + 17 + 29 additions a pair of rows on two adders, 90 cycles, and 104 with the
/// sums; forms alone take 115, with the sums 140, 19 ns a row. Sums in a pass of their own cost 5.6 ns a row more, because the
/// adders then wait for loads; moving additions to the multipliers (as x·1 + y) gains nothing.
/// </remarks>
internal static unsafe class FormKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int Types = EventTypes.Count;

    /// <summary>The forms of rows, unweighted by type; adds the rows to their sums.</summary>
    /// <param name="rows">Up to 64 rows of days x 4 values.</param>
    /// <param name="sums">The sum that each row is added to, and with an odd number of rows one more, to be spoilt.</param>
    /// <param name="ahead">
    /// Where the next block begins: its cache lines are asked for while this one is in work. Streaming from memory costs 1.9
    /// read passes with it and 5.9 without; a month that sits in the second-level cache pays 3 % for it. Need not be valid.
    /// </param>
    /// <param name="forms">Takes four forms a row; with an odd number of rows, the four after them are overwritten.</param>
    /// <returns>One bit a row: set if it has a value outside [+0, 10).</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Forms(double** rows, double** sums, int count, in SpanWeights weights, double* ahead, double* forms)
    {
        ulong outside = 0;
        for (int type = 0; type < Types; type += TLanes.TypesAtOnce)
        {
            for (int row = 0; row < count; row += TLanes.RowsAtOnce)
            {
                int partner = Math.Min(row + TLanes.RowsAtOnce, count) - 1; // the last row may be its own partner
                var pair = new RowPair(rows[row] + type, rows[partner] + type, sums[row] + type, sums[row + TLanes.RowsAtOnce - 1] + type);
                TVector form = Form(pair, weights, ahead + row * weights.DayCount * Types, out TVector largestBits);
                TLanes.Store(form, forms + row * Types + type);
                outside |= TLanes.RowsOutsideRange(largestBits) << row;
            }
        }
        return outside;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Form(in RowPair rows, in SpanWeights weights, double* ahead, out TVector largestBits)
    {
        int days = weights.DayCount;
        // bI is the prefix sum after the latest weekday I, and wI the sum of the week that ends with it.
        TVector b0 = TLanes.LoadDay(rows.First, rows.Second), b1, b2, b3, b4, b5, b6, w0, w1, w2, w3, w4, w5, w6;
        TVector bits = b0, ones = TLanes.Multiply(b0, b0);

        AddTwoDays(0, rows, ahead, days);
        TVector x = Day(1, rows, ref bits, ref ones);
        b1 = TLanes.Add(b0, x);
        x = Day(2, rows, ref bits, ref ones);
        b2 = TLanes.Add(b1, x);
        TVector threes = TLanes.Multiply(b2, b2);
        AddTwoDays(2, rows, ahead, days);
        x = Day(3, rows, ref bits, ref ones);
        b3 = Three(b2, x, b0, ref threes);
        x = Day(4, rows, ref bits, ref ones);
        b4 = Three(b3, x, b1, ref threes);
        AddTwoDays(4, rows, ahead, days);
        x = Day(5, rows, ref bits, ref ones);
        b5 = Three(b4, x, b2, ref threes);
        x = Day(6, rows, ref bits, ref ones);
        w6 = b6 = Three(b5, x, b3, ref threes);
        TVector sevens = TLanes.Multiply(w6, w6);

        AddTwoDays(6, rows, ahead, days);
        x = Day(7, rows, ref bits, ref ones);
        w0 = Week(Three(b6, x, b4, ref threes), ref b0, ref sevens);
        x = Day(8, rows, ref bits, ref ones);
        w1 = Week(Three(b0, x, b5, ref threes), ref b1, ref sevens);
        AddTwoDays(8, rows, ahead, days);
        x = Day(9, rows, ref bits, ref ones);
        w2 = Week(Three(b1, x, b6, ref threes), ref b2, ref sevens);
        x = Day(10, rows, ref bits, ref ones);
        w3 = Week(Three(b2, x, b0, ref threes), ref b3, ref sevens);
        AddTwoDays(10, rows, ahead, days);
        x = Day(11, rows, ref bits, ref ones);
        w4 = Week(Three(b3, x, b1, ref threes), ref b4, ref sevens);
        x = Day(12, rows, ref bits, ref ones);
        w5 = Week(Three(b4, x, b2, ref threes), ref b5, ref sevens);
        TVector firstWeeks = sevens;
        AddTwoDays(12, rows, ahead, days);
        x = Day(13, rows, ref bits, ref ones);
        TVector week = Week(Three(b5, x, b3, ref threes), ref b6, ref sevens);
        TVector products = TLanes.Multiply(w6, week);
        w6 = week;

        TVector last, weeksButLast = sevens;
        int lastWeek = days - 7;
        for (int day = 14; ;)
        {
            AddDay(day, rows, ahead, days);
            x = Day(day, rows, ref bits, ref ones);
            Fortnight(Week(last = Three(b6, x, b4, ref threes), ref b0, ref sevens), ref w0, ref products);
            if (++day == days)
                break;
            if (day == lastWeek)
                weeksButLast = sevens;
            AddDay(day, rows, ahead, days);
            x = Day(day, rows, ref bits, ref ones);
            Fortnight(Week(last = Three(b0, x, b5, ref threes), ref b1, ref sevens), ref w1, ref products);
            if (++day == days)
                break;
            if (day == lastWeek)
                weeksButLast = sevens;
            AddDay(day, rows, ahead, days);
            x = Day(day, rows, ref bits, ref ones);
            Fortnight(Week(last = Three(b1, x, b6, ref threes), ref b2, ref sevens), ref w2, ref products);
            if (++day == days)
                break;
            if (day == lastWeek)
                weeksButLast = sevens;
            AddTwoDays(day, rows, ahead, days);
            x = Day(day, rows, ref bits, ref ones);
            Fortnight(Week(Three(b2, x, b0, ref threes), ref b3, ref sevens), ref w3, ref products);
            x = Day(day + 1, rows, ref bits, ref ones);
            Fortnight(Week(Three(b3, x, b1, ref threes), ref b4, ref sevens), ref w4, ref products);
            AddTwoDays(day + 2, rows, ahead, days);
            x = Day(day + 2, rows, ref bits, ref ones);
            Fortnight(Week(Three(b4, x, b2, ref threes), ref b5, ref sevens), ref w5, ref products);
            x = Day(day + 3, rows, ref bits, ref ones);
            Fortnight(Week(last = Three(b5, x, b3, ref threes), ref b6, ref sevens), ref w6, ref products);
            if ((day += 4) == days)
                break;
            if (day == lastWeek)
                weeksButLast = sevens;
        }

        largestBits = bits;
        TVector fourteens = TLanes.Add(TLanes.Add(weeksButLast, TLanes.Subtract(sevens, firstWeeks)), TLanes.Add(products, products));
        return Weigh(ones, threes, sevens, fourteens, TLanes.Multiply(last, last), weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Weigh(TVector ones, TVector threes, TVector sevens, TVector fourteens, TVector month, in SpanWeights weights)
    {
        TVector form = TLanes.Multiply(ones, TLanes.Broadcast(weights.OneDay));
        form = TLanes.Add(form, TLanes.Multiply(threes, TLanes.Broadcast(weights.ThreeDays)));
        form = TLanes.Add(form, TLanes.Multiply(sevens, TLanes.Broadcast(weights.Week)));
        form = TLanes.Add(form, TLanes.Multiply(fourteens, TLanes.Broadcast(weights.Fortnight)));
        return TLanes.Add(form, TLanes.Multiply(month, TLanes.Broadcast(weights.Month)));
    }

    /// <summary>Adds one day to the sums, and asks for the same day of the rows to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddDay(int day, in RowPair rows, double* ahead, int days)
    {
        Prefetch(day, ahead, days);
        TLanes.AddDay(rows.First + day * Types, rows.Second + day * Types, rows.FirstSum + day * Types, rows.SecondSum + day * Types);
    }

    /// <summary>The same for two days, which lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTwoDays(int day, in RowPair rows, double* ahead, int days)
    {
        Prefetch(day, ahead, days);
        TLanes.AddTwoDays(rows.First + day * Types, rows.Second + day * Types, rows.FirstSum + day * Types, rows.SecondSum + day * Types);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(int day, double* ahead, int days)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(ahead + day * Types);
        if (TLanes.RowsAtOnce == 2)
            Sse.Prefetch0(ahead + (days + day) * Types);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Day(int day, in RowPair rows, ref TVector bits, ref TVector ones)
    {
        TVector x = TLanes.LoadDay(rows.First + day * Types, rows.Second + day * Types);
        bits = TLanes.LargerBits(bits, x);
        ones = TLanes.AddSquare(ones, x);
        return x;
    }

    /// <summary>The prefix sum after this day, and the three days that end here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector before, TVector x, TVector threeDaysAgo, ref TVector threes)
    {
        TVector now = TLanes.Add(before, x);
        TVector sum = TLanes.Subtract(now, threeDaysAgo);
        threes = TLanes.AddSquare(threes, sum);
        return now;
    }

    /// <summary>The sum of the week that ends here; the prefix sum takes the place of last week's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Week(TVector now, ref TVector weekAgo, ref TVector sevens)
    {
        TVector week = TLanes.Subtract(now, weekAgo);
        sevens = TLanes.AddSquare(sevens, week);
        weekAgo = now;
        return week;
    }

    /// <summary>The two weeks of the fortnight that ends here; the later one takes the place of the earlier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fortnight(TVector week, ref TVector lastWeek, ref TVector products)
    {
        products = TLanes.Add(products, TLanes.Multiply(lastWeek, week));
        lastWeek = week;
    }
}
