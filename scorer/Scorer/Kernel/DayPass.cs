using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// One pass over the days of rows: adds each row to its street's sum, and leaves what its form is made of (<see cref="RowSums"/>). Each
/// step does what <see cref="PlainMonthScorer"/> does for that day, in its order.
/// </summary>
/// <remarks>
/// The prefix sums of the last seven days are in registers, and so are the week sums where two rows share one: a machine with those has
/// 32. Others have 16, enough for all but the week sums, which go through memory. A variable for each day: with seven that took turns the
/// JIT moved and spilled them, to a stack that lies across cache lines half of the time. On a Zen 3, 128 cycles a row of 30 days, and
/// 177 or 205 when it spilled the week sums too. What adds up is in two parts, by the parity of the weekday: one alone would wait for
/// itself, four cycles a day. Straight through, not in a loop over weeks, and with addresses that are a register and a number: each gained
/// some 3 %. Few and large steps, and the size of a register rather than a question to it: the JIT inlines some 700 calls here and no
/// more, and one that it leaves out costs more than all the rest.
/// Tried and not worth it: windows of three in pairs, s² + s'² = x² + x'² + 2tT, saves an operation a day and halves the chain of
/// prefix sums, for 5 %, and a definition that nobody would read; all prefix sums, or all week sums, into memory first, and a second pass
/// of independent rows (155 cycles); streets' sums in a pass of their own. On the Zen 3 neither the sums nor any one chain is what holds
/// it up: with no result waiting for another, the same instructions take 94 cycles, and 105 day by day. The three days that end on a day
/// are looked at only after the next day's addition to the prefix sum, which then is not behind them at the two units that add: 100 cycles.
/// </remarks>
internal static unsafe class DayPass<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int Types = EventTypes.Count;

    /// <summary>A register of two rows; where there are such, there are 32 of them.</summary>
    private const int TwoRows = 64;

    /// <param name="block">Rows of days x 4 values.</param>
    /// <param name="first">The first row to take.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="type">The first type of those that a register takes.</param>
    /// <param name="weights">Of the month.</param>
    /// <param name="sums">
    /// Takes <see cref="RowSums"/> of each row, unless a register takes two rows: then their forms are made at once.
    /// </param>
    /// <param name="forms">Takes the forms in that case, four a row.</param>
    /// <returns>In that case one bit a row that may have a value outside [+0, 10).</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static ulong Run<TRange>(in RowBlock block, int first, int end, int type, in SpanWeights weights, double* sums, double* forms)
        where TRange : struct, IRange
    {
        int days = weights.DayCount;
        nint length = days * Types;
        ulong suspects = 0;
        for (int row = first; row < end; row += TLanes.RowsAtOnce)
        {
            int partner = Math.Min(row + TLanes.RowsAtOnce, end) - 1; // the last row may be its own partner
            var pair = new RowPair(block.Rows[row] + type, block.Rows[partner] + type,
                block.Bases[row] + type, block.Bases[row + TLanes.RowsAtOnce - 1] + type,
                block.Sums[row] + type, block.Sums[row + TLanes.RowsAtOnce - 1] + type);
            RowBounds<TVector> bounds =
                TRange.Clamps ? RowBounds<TVector>.Of<TLanes>(block.Corrected >> row, block.Corrected >> partner) : default;
            var ahead = new RowsAhead(block.Ahead + row * length, length);
            TVector zero = TLanes.Broadcast(0);
            TVector signs = zero, onesEven = zero, onesOdd = zero, threesEven, threesOdd = zero;
            // bN is the prefix sum after day N, and wN, where registers hold it, the sum of the latest week that ends on weekday N.
            TVector w0 = zero, w1 = zero, w2 = zero, w3 = zero, w4 = zero, w5 = zero, w6 = zero, x, y;

            x = First<TRange>(0, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b0 = x;
            TVector b1 = TLanes.Add(b0, Second<TRange>(1, pair, bounds, y, ref signs, ref onesOdd));
            x = First<TRange>(2, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b2 = TLanes.Add(b1, x);
            TVector b3 = TLanes.Add(b2, Second<TRange>(3, pair, bounds, y, ref signs, ref onesOdd));
            threesEven = TLanes.Multiply(b2, b2);
            x = First<TRange>(4, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b4 = Next(b3, x, b0, ref threesOdd);
            TVector b5 = Next(b4, Second<TRange>(5, pair, bounds, y, ref signs, ref onesOdd), b1, ref threesEven);
            x = First<TRange>(6, pair, bounds, ahead, ref signs, ref onesEven, ref onesEven, out y);
            TVector b6 = Next(b5, x, b2, ref threesOdd);
            Hold(b6, ref w6, sums, 6);
            TVector firstWeeks = TLanes.Multiply(b6, b6);
            TVector b7 = Next(b6, Second<TRange>(7, pair, bounds, y, ref signs, ref onesEven), b3, ref threesEven);
            FirstWeek(b7, b0, ref w0, sums, 0, ref firstWeeks);
            x = First<TRange>(8, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b8 = Next(b7, x, b4, ref threesEven);
            FirstWeek(b8, b1, ref w1, sums, 1, ref firstWeeks);
            TVector b9 = Next(b8, Second<TRange>(9, pair, bounds, y, ref signs, ref onesEven), b5, ref threesOdd);
            FirstWeek(b9, b2, ref w2, sums, 2, ref firstWeeks);
            x = First<TRange>(10, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b10 = Next(b9, x, b6, ref threesEven);
            FirstWeek(b10, b3, ref w3, sums, 3, ref firstWeeks);
            TVector b11 = Next(b10, Second<TRange>(11, pair, bounds, y, ref signs, ref onesEven), b7, ref threesOdd);
            FirstWeek(b11, b4, ref w4, sums, 4, ref firstWeeks);
            x = First<TRange>(12, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b12 = Next(b11, x, b8, ref threesEven);
            FirstWeek(b12, b5, ref w5, sums, 5, ref firstWeeks);
            TVector b13 = Next(b12, Second<TRange>(13, pair, bounds, y, ref signs, ref onesEven), b9, ref threesOdd);
            if (sizeof(TVector) != TwoRows)
                Put(firstWeeks, sums, RowSums.FirstWeeks);
            TVector weeks = zero, products = zero;
            Week(b13, b6, ref w6, sums, 6, ref weeks, ref products);
            x = First<TRange>(14, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b14 = Next(b13, x, b10, ref threesEven);
            Week(b14, b7, ref w0, sums, 0, ref weeks, ref products);
            TVector b15 = Next(b14, Second<TRange>(15, pair, bounds, y, ref signs, ref onesOdd), b11, ref threesEven);
            Week(b15, b8, ref w1, sums, 1, ref weeks, ref products);
            x = First<TRange>(16, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b16 = Next(b15, x, b12, ref threesOdd);
            Week(b16, b9, ref w2, sums, 2, ref weeks, ref products);
            TVector b17 = Next(b16, Second<TRange>(17, pair, bounds, y, ref signs, ref onesOdd), b13, ref threesEven);
            Week(b17, b10, ref w3, sums, 3, ref weeks, ref products);
            x = First<TRange>(18, pair, bounds, ahead, ref signs, ref onesEven, ref onesOdd, out y);
            TVector b18 = Next(b17, x, b14, ref threesOdd);
            Week(b18, b11, ref w4, sums, 4, ref weeks, ref products);
            TVector b19 = Next(b18, Second<TRange>(19, pair, bounds, y, ref signs, ref onesOdd), b15, ref threesEven);
            Week(b19, b12, ref w5, sums, 5, ref weeks, ref products);
            x = First<TRange>(20, pair, bounds, ahead, ref signs, ref onesEven, ref onesEven, out y);
            TVector b20 = Next(b19, x, b16, ref threesOdd);
            Week(b20, b13, ref w6, sums, 6, ref weeks, ref products);
            TVector b21 = Next(b20, Second<TRange>(21, pair, bounds, y, ref signs, ref onesEven), b17, ref threesEven);
            Week(b21, b14, ref w0, sums, 0, ref weeks, ref products);
            x = First<TRange>(22, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b22 = Next(b21, x, b18, ref threesEven);
            Week(b22, b15, ref w1, sums, 1, ref weeks, ref products);
            TVector b23 = Next(b22, Second<TRange>(23, pair, bounds, y, ref signs, ref onesEven), b19, ref threesOdd);
            Week(b23, b16, ref w2, sums, 2, ref weeks, ref products);
            x = First<TRange>(24, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b24 = Next(b23, x, b20, ref threesEven);
            Week(b24, b17, ref w3, sums, 3, ref weeks, ref products);
            TVector b25 = Next(b24, Second<TRange>(25, pair, bounds, y, ref signs, ref onesEven), b21, ref threesOdd);
            Week(b25, b18, ref w4, sums, 4, ref weeks, ref products);
            x = First<TRange>(26, pair, bounds, ahead, ref signs, ref onesOdd, ref onesEven, out y);
            TVector b26 = Next(b25, x, b22, ref threesEven);
            Week(b26, b19, ref w5, sums, 5, ref weeks, ref products);
            TVector b27 = Next(b26, Second<TRange>(27, pair, bounds, y, ref signs, ref onesEven), b23, ref threesOdd);
            Week(b27, b20, ref w6, sums, 6, ref weeks, ref products);
            Three(b27, b24, ref threesEven);

            TVector month = b27, b28 = b27, b29 = b27;
            if (days > 28)
            {
                x = OneDay<TRange>(28, pair, bounds, ahead, ref signs, ref onesEven);
                month = b28 = TLanes.Add(b27, x);
                Three(b28, b25, ref threesEven);
                Week(b28, b21, ref w0, sums, 0, ref weeks, ref products);
            }
            if (days > 29)
            {
                x = OneDay<TRange>(29, pair, bounds, ahead, ref signs, ref onesOdd);
                month = b29 = TLanes.Add(b28, x);
                Three(b29, b26, ref threesOdd);
                Week(b29, b22, ref w1, sums, 1, ref weeks, ref products);
            }
            if (days > 30)
            {
                x = OneDay<TRange>(30, pair, bounds, ahead, ref signs, ref onesEven);
                month = TLanes.Add(b29, x);
                Three(month, b27, ref threesEven);
                Week(month, b23, ref w2, sums, 2, ref weeks, ref products);
            }

            TVector ones = TLanes.Add(onesEven, onesOdd), threes = TLanes.Add(threesEven, threesOdd);
            if (sizeof(TVector) == TwoRows)
            {
                suspects |= TLanes.Suspects(signs, ones) << row;
                TVector lastWeeks = TLanes.Multiply(w0, w0);
                lastWeeks = TLanes.Fused(w1, w1, lastWeeks);
                lastWeeks = TLanes.Fused(w2, w2, lastWeeks);
                lastWeeks = TLanes.Fused(w3, w3, lastWeeks);
                lastWeeks = TLanes.Fused(w4, w4, lastWeeks);
                lastWeeks = TLanes.Fused(w5, w5, lastWeeks);
                lastWeeks = TLanes.Fused(w6, w6, lastWeeks);
                TLanes.Store(
                    RowForm<TLanes, TVector>.Of(ones, threes, firstWeeks, weeks, lastWeeks, products, month, weights), forms + row * Types);
            }
            else
            {
                Put(weeks, sums, RowSums.Weeks);
                Put(products, sums, RowSums.Products);
                Put(threes, sums, RowSums.Threes);
                Put(ones, sums, RowSums.Ones);
                Put(month, sums, RowSums.Month);
                Put(signs, sums, RowSums.Signs);
                sums += RowSums.Stride;
            }
        }
        return suspects;
    }

    // What is clamped has no sign unless it is NaN, which the sum of squares tells: one register and one operation a day fewer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OneDay<TRange>(
        nint day, in RowPair pair, in RowBounds<TVector> bounds, in RowsAhead ahead, ref TVector signs, ref TVector ones)
        where TRange : struct, IRange
    {
        Prefetch(day * Types, ahead);
        TVector x = TLanes.OneDay<TRange>(pair, day * Types, bounds);
        if (!TRange.Clamps)
            signs = TLanes.Or(signs, x);
        ones = TLanes.Fused(x, x, ones);
        return x;
    }

    /// <summary>
    /// The first of two days, which lie side by side; asks for the same two of the rows to come. A register of two rows takes both days at
    /// once, and <paramref name="next"/> holds what <see cref="Second"/> returns; of narrower ones there are too few to load it early.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector First<TRange>(
        nint day, in RowPair pair, in RowBounds<TVector> bounds, in RowsAhead ahead,
        ref TVector signs, ref TVector ones, ref TVector nextOnes, out TVector next)
        where TRange : struct, IRange
    {
        Unsafe.SkipInit(out next);
        if (sizeof(TVector) != TwoRows)
            return OneDay<TRange>(day, pair, bounds, ahead, ref signs, ref ones);
        Prefetch(day * Types, ahead);
        TVector x = TLanes.TwoDays<TRange>(pair, day * Types, bounds, out next);
        if (!TRange.Clamps)
            signs = TLanes.Or(signs, TLanes.Or(x, next));
        ones = TLanes.Fused(x, x, ones);
        nextOnes = TLanes.Fused(next, next, nextOnes);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Second<TRange>(
        nint day, in RowPair pair, in RowBounds<TVector> bounds, TVector loaded, ref TVector signs, ref TVector ones)
        where TRange : struct, IRange
    {
        if (sizeof(TVector) == TwoRows)
            return loaded;
        TVector x = TLanes.OneDay<TRange>(pair, day * Types, bounds);
        if (!TRange.Clamps)
            signs = TLanes.Or(signs, x);
        ones = TLanes.Fused(x, x, ones);
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(nint at, in RowsAhead ahead)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(ahead.First + at);
        if (sizeof(TVector) == TwoRows)
            Sse.Prefetch0(ahead.Second + at);
    }

    /// <summary>The prefix sum after this day, and only then the three days that ended the day before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Next(TVector before, TVector x, TVector fourDaysAgo, ref TVector threes)
    {
        TVector now = TLanes.Add(before, x);
        Three(before, fourDaysAgo, ref threes);
        return now;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Three(TVector now, TVector threeDaysAgo, ref TVector threes)
    {
        TVector sum = TLanes.Subtract(now, threeDaysAgo);
        threes = TLanes.Fused(sum, sum, threes);
    }

    /// <summary>The week that ends here, one of the first seven.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FirstWeek(TVector now, TVector weekAgo, ref TVector held, double* sums, nint weekday, ref TVector firstWeeks)
    {
        TVector week = TLanes.Subtract(now, weekAgo);
        firstWeeks = TLanes.Fused(week, week, firstWeeks);
        Hold(week, ref held, sums, weekday);
    }

    /// <summary>A later week, and its product with the week before it, whose place it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Week(
        TVector now, TVector weekAgo, ref TVector held, double* sums, nint weekday, ref TVector weeks, ref TVector products)
    {
        TVector week = TLanes.Subtract(now, weekAgo);
        weeks = TLanes.Fused(week, week, weeks);
        TVector last = sizeof(TVector) == TwoRows ? held : TLanes.Load(sums + weekday * (sizeof(TVector) / sizeof(double)));
        products = TLanes.Fused(last, week, products);
        Hold(week, ref held, sums, weekday);
    }

    /// <summary>Keeps a week sum until the week after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Hold(TVector week, ref TVector held, double* sums, nint weekday)
    {
        if (sizeof(TVector) == TwoRows)
            held = week;
        else
            TLanes.Store(week, sums + weekday * (sizeof(TVector) / sizeof(double)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TVector value, double* sums, nint place) =>
        TLanes.Store(value, sums + place * (sizeof(TVector) / sizeof(double)));
}
