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
/// Eight additions and multiply-adds a day: 238 of them a pair of rows of 30 days, and 31 shuffles, for four pipes. On a Zen 4 core, where
/// a register of 512 bits counts twice, that is 140 cycles a pair, and 205 are seen, 28 ns a row. What adds up is in two parts, by the
/// parity of the weekday: one alone would wait for itself, four cycles a day. Straight through, not in a loop over weeks, and with
/// addresses that are a register and a number: each gained some 3 %. Tried and not worth it: windows of three in pairs,
/// s² + s'² = x² + x'² + 2tT, saves an operation a day and halves the chain of prefix sums, for 5 %, and a definition that nobody would
/// read. Where there are 16 registers, sums of weeks or all prefix sums kept in memory: 6.7 and 7.6 read passes, and what the JIT spills
/// 6.6. One part of what adds up instead of two: the same on Zen 4, 6.2 with 16 registers; not tried on a core that waits longer.
/// On a Cascade Lake, where .NET takes 256 bits, a row takes 88 ns, and 103 with 16 registers. There, first all prefix sums of a row into
/// memory and then its weeks: 99 with 16 registers; the same for two rows at a time, so that neither waits for its sums: 95, but 98 with
/// 32; and the weeks of four rows at a time: 109. What asks for the next block is a tenth of it, by itself.
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
    /// <param name="corrected">One bit a row that is clamped already, and below 0 by its events: a clamping kernel leaves it.</param>
    /// <returns>
    /// One bit a row: set if it may have a value outside [+0, 10) (<see cref="ILanes{TVector}.Suspects"/>). The bit after the last row
    /// means nothing.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Forms<TRange>(
        double** rows, double** sums, int count, ulong corrected, in SpanWeights weights, double* ahead, double* forms)
        where TRange : struct, IRange
    {
        nint length = weights.DayCount * Types;
        ulong suspects = 0;
        for (int type = 0; type < Types; type += TLanes.TypesAtOnce)
        {
            for (int row = 0; row < count; row += TLanes.RowsAtOnce)
            {
                int partner = Math.Min(row + TLanes.RowsAtOnce, count) - 1; // the last row may be its own partner
                var pair = new RowPair(rows[row] + type, rows[partner] + type, sums[row] + type, sums[row + TLanes.RowsAtOnce - 1] + type);
                RowBounds<TVector> bounds = TRange.Clamps ? Bounds(corrected >> row, corrected >> partner) : default;
                TVector form = Form<TRange>(pair, bounds, weights, new RowsAhead(ahead + row * length, length), out ulong suspect);
                TLanes.Store(form, forms + row * Types + type);
                suspects |= suspect << row;
            }
        }
        return suspects;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static RowBounds<TVector> Bounds(ulong firstCorrected, ulong secondCorrected)
    {
        (double firstLowest, double firstHighest) = Bounds(firstCorrected);
        (double secondLowest, double secondHighest) = Bounds(secondCorrected);
        return new RowBounds<TVector>(
            TLanes.Broadcast(firstLowest), TLanes.Broadcast(firstHighest), TLanes.Broadcast(secondLowest), TLanes.Broadcast(secondHighest));
    }

    private static (double, double) Bounds(ulong corrected) => (corrected & 1) != 0
        ? (double.NegativeInfinity, double.PositiveInfinity)
        : (ValueRange.Lowest, ValueRange.Highest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Form<TRange>(
        in RowPair rows, in RowBounds<TVector> bounds, in SpanWeights weights, in RowsAhead ahead, out ulong suspects)
        where TRange : struct, IRange
    {
        int days = weights.DayCount;
        TVector zero = TLanes.Broadcast(0);
        TVector signs = zero, onesEven = zero, onesOdd = zero, threesEven = zero, threesOdd = zero, products = zero;
        // bI is the prefix sum after the latest weekday I, and wI the sum of the week that ends with it.
        TVector b0, b1, b2, b3, b4, b5, b6, w0, w1, w2, w3, w4, w5, w6, x, y;

        x = TwoDays<TRange>(0, rows, bounds, ahead, ref signs, out y);
        b0 = One(x, ref onesEven);
        b1 = TLanes.Add(b0, One(y, ref onesOdd));
        x = TwoDays<TRange>(2, rows, bounds, ahead, ref signs, out y);
        b2 = TLanes.Add(b1, One(x, ref onesEven));
        threesEven = TLanes.Multiply(b2, b2);
        b3 = Three(b2, One(y, ref onesOdd), b0, ref threesOdd);
        x = TwoDays<TRange>(4, rows, bounds, ahead, ref signs, out y);
        b4 = Three(b3, One(x, ref onesEven), b1, ref threesEven);
        b5 = Three(b4, One(y, ref onesOdd), b2, ref threesOdd);
        x = TwoDays<TRange>(6, rows, bounds, ahead, ref signs, out y);
        w6 = b6 = Three(b5, One(x, ref onesEven), b3, ref threesEven);
        TVector firstWeeks = TLanes.Multiply(w6, w6);
        w0 = Week(Three(b6, One(y, ref onesEven), b4, ref threesEven), ref b0, ref firstWeeks);
        x = TwoDays<TRange>(8, rows, bounds, ahead, ref signs, out y);
        w1 = Week(Three(b0, One(x, ref onesOdd), b5, ref threesOdd), ref b1, ref firstWeeks);
        w2 = Week(Three(b1, One(y, ref onesEven), b6, ref threesEven), ref b2, ref firstWeeks);
        x = TwoDays<TRange>(10, rows, bounds, ahead, ref signs, out y);
        w3 = Week(Three(b2, One(x, ref onesOdd), b0, ref threesOdd), ref b3, ref firstWeeks);
        w4 = Week(Three(b3, One(y, ref onesEven), b1, ref threesEven), ref b4, ref firstWeeks);
        x = TwoDays<TRange>(12, rows, bounds, ahead, ref signs, out y);
        w5 = Week(Three(b4, One(x, ref onesOdd), b2, ref threesOdd), ref b5, ref firstWeeks);
        TVector weeks = zero;
        Fortnight(Week(Three(b5, One(y, ref onesEven), b3, ref threesEven), ref b6, ref weeks), ref w6, ref products);

        x = TwoDays<TRange>(14, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b6, One(x, ref onesEven), b4, ref threesEven), ref b0, ref weeks), ref w0, ref products);
        Fortnight(Week(Three(b0, One(y, ref onesOdd), b5, ref threesOdd), ref b1, ref weeks), ref w1, ref products);
        x = TwoDays<TRange>(16, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b1, One(x, ref onesEven), b6, ref threesEven), ref b2, ref weeks), ref w2, ref products);
        Fortnight(Week(Three(b2, One(y, ref onesOdd), b0, ref threesOdd), ref b3, ref weeks), ref w3, ref products);
        x = TwoDays<TRange>(18, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b3, One(x, ref onesEven), b1, ref threesEven), ref b4, ref weeks), ref w4, ref products);
        Fortnight(Week(Three(b4, One(y, ref onesOdd), b2, ref threesOdd), ref b5, ref weeks), ref w5, ref products);
        x = TwoDays<TRange>(20, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b5, One(x, ref onesEven), b3, ref threesEven), ref b6, ref weeks), ref w6, ref products);
        Fortnight(Week(Three(b6, One(y, ref onesEven), b4, ref threesEven), ref b0, ref weeks), ref w0, ref products);
        x = TwoDays<TRange>(22, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b0, One(x, ref onesOdd), b5, ref threesOdd), ref b1, ref weeks), ref w1, ref products);
        Fortnight(Week(Three(b1, One(y, ref onesEven), b6, ref threesEven), ref b2, ref weeks), ref w2, ref products);
        x = TwoDays<TRange>(24, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b2, One(x, ref onesOdd), b0, ref threesOdd), ref b3, ref weeks), ref w3, ref products);
        Fortnight(Week(Three(b3, One(y, ref onesEven), b1, ref threesEven), ref b4, ref weeks), ref w4, ref products);
        x = TwoDays<TRange>(26, rows, bounds, ahead, ref signs, out y);
        Fortnight(Week(Three(b4, One(x, ref onesOdd), b2, ref threesOdd), ref b5, ref weeks), ref w5, ref products);
        Fortnight(Week(Three(b5, One(y, ref onesEven), b3, ref threesEven), ref b6, ref weeks), ref w6, ref products);
        TVector month = b6;
        if (days > 28)
        {
            x = OneDay<TRange>(28, rows, bounds, ahead, ref signs);
            Fortnight(Week(month = Three(b6, One(x, ref onesEven), b4, ref threesEven), ref b0, ref weeks), ref w0, ref products);
        }
        if (days > 29)
        {
            x = OneDay<TRange>(29, rows, bounds, ahead, ref signs);
            Fortnight(Week(month = Three(b0, One(x, ref onesOdd), b5, ref threesOdd), ref b1, ref weeks), ref w1, ref products);
        }
        if (days > 30)
        {
            x = OneDay<TRange>(30, rows, bounds, ahead, ref signs);
            Fortnight(Week(month = Three(b1, One(x, ref onesEven), b6, ref threesEven), ref b2, ref weeks), ref w2, ref products);
        }

        TVector ones = TLanes.Add(onesEven, onesOdd);
        suspects = TLanes.Suspects(signs, ones);
        TVector lastWeeks = TLanes.Multiply(w0, w0);
        lastWeeks = TLanes.Fused(w1, w1, lastWeeks);
        lastWeeks = TLanes.Fused(w2, w2, lastWeeks);
        lastWeeks = TLanes.Fused(w3, w3, lastWeeks);
        lastWeeks = TLanes.Fused(w4, w4, lastWeeks);
        lastWeeks = TLanes.Fused(w5, w5, lastWeeks);
        lastWeeks = TLanes.Fused(w6, w6, lastWeeks);
        TVector sevens = TLanes.Add(firstWeeks, weeks);
        TVector fourteens = TLanes.Add(TLanes.Add(TLanes.Subtract(sevens, lastWeeks), weeks), TLanes.Add(products, products));
        return Weigh(ones, TLanes.Add(threesEven, threesOdd), sevens, fourteens, TLanes.Multiply(month, month), weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Weigh(TVector ones, TVector threes, TVector sevens, TVector fourteens, TVector month, in SpanWeights weights)
    {
        TVector form = TLanes.Multiply(ones, TLanes.Broadcast(weights.OneDay));
        form = TLanes.Fused(threes, TLanes.Broadcast(weights.ThreeDays), form);
        form = TLanes.Fused(sevens, TLanes.Broadcast(weights.Week), form);
        form = TLanes.Fused(fourteens, TLanes.Broadcast(weights.Fortnight), form);
        return TLanes.Fused(month, TLanes.Broadcast(weights.Month), form);
    }

    /// <summary>One day of both rows, added to their sums; asks for the same day of the rows to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OneDay<TRange>(
        nint day, in RowPair rows, in RowBounds<TVector> bounds, in RowsAhead ahead, ref TVector signs)
        where TRange : struct, IRange
    {
        Prefetch(day * Types, ahead);
        TVector x = TLanes.OneDay<TRange>(rows, day * Types, bounds);
        signs = TLanes.Or(signs, x);
        return x;
    }

    /// <summary>The same for two days, which lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TwoDays<TRange>(
        nint day, in RowPair rows, in RowBounds<TVector> bounds, in RowsAhead ahead, ref TVector signs, out TVector next)
        where TRange : struct, IRange
    {
        Prefetch(day * Types, ahead);
        TVector x = TLanes.TwoDays<TRange>(rows, day * Types, bounds, out next);
        signs = TLanes.Or(signs, TLanes.Or(x, next));
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(nint at, in RowsAhead ahead)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(ahead.First + at);
        if (TLanes.RowsAtOnce == 2)
            Sse.Prefetch0(ahead.Second + at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector One(TVector x, ref TVector ones)
    {
        ones = TLanes.Fused(x, x, ones);
        return x;
    }

    /// <summary>The prefix sum after this day, and the three days that end here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector before, TVector x, TVector threeDaysAgo, ref TVector threes)
    {
        TVector now = TLanes.Add(before, x);
        TVector sum = TLanes.Subtract(now, threeDaysAgo);
        threes = TLanes.Fused(sum, sum, threes);
        return now;
    }

    /// <summary>The sum of the week that ends here; the prefix sum takes the place of last week's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Week(TVector now, ref TVector weekAgo, ref TVector weeks)
    {
        TVector week = TLanes.Subtract(now, weekAgo);
        weeks = TLanes.Fused(week, week, weeks);
        weekAgo = now;
        return week;
    }

    /// <summary>The two weeks of the fortnight that ends here; the later one takes the place of the earlier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fortnight(TVector week, ref TVector lastWeek, ref TVector products)
    {
        products = TLanes.Fused(lastWeek, week, products);
        lastWeek = week;
    }
}
