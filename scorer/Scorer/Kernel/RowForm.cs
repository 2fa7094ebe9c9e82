using System.Runtime.CompilerServices;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>The form of a row from what a pass over its days has summed.</summary>
internal static unsafe class RowForm<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Σ_spans 1/(N(t)·t²) · Σ_windows (window sum)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(
        TVector ones, TVector threes, TVector firstWeeks, TVector weeks, TVector lastWeeks, TVector products, TVector month,
        in SpanWeights weights) =>
        Of(ones, threes, firstWeeks, weeks, lastWeeks, products, month,
            TLanes.Broadcast(weights.OneDay), TLanes.Broadcast(weights.ThreeDays), TLanes.Broadcast(weights.Week),
            TLanes.Broadcast(weights.Fortnight), TLanes.Broadcast(weights.Month));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Of(
        TVector ones, TVector threes, TVector firstWeeks, TVector weeks, TVector lastWeeks, TVector products, TVector month,
        TVector ofOneDay, TVector ofThreeDays, TVector ofWeek, TVector ofFortnight, TVector ofMonth)
    {
        TVector sevens = TLanes.Add(firstWeeks, weeks);
        TVector fourteens = TLanes.Add(TLanes.Add(TLanes.Subtract(sevens, lastWeeks), weeks), TLanes.Add(products, products));
        TVector form = TLanes.Multiply(ones, ofOneDay);
        form = TLanes.Fused(threes, ofThreeDays, form);
        form = TLanes.Fused(sevens, ofWeek, form);
        form = TLanes.Fused(fourteens, ofFortnight, form);
        return TLanes.Fused(TLanes.Multiply(month, month), ofMonth, form);
    }

    /// <summary>The forms of rows, one after the other, from their <see cref="RowSums"/>.</summary>
    /// <returns>One bit a row: set if it may have a value outside [+0, 10).</returns>
    // In a loop of its own: at the end of each row it would wait for what was just summed, a fifth of the whole (Zen 3).
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static ulong OfSums(double* sums, int count, in SpanWeights weights, double* forms)
    {
        ulong suspects = 0;
        TVector ofOneDay = TLanes.Broadcast(weights.OneDay), ofThreeDays = TLanes.Broadcast(weights.ThreeDays);
        TVector ofWeek = TLanes.Broadcast(weights.Week), ofFortnight = TLanes.Broadcast(weights.Fortnight);
        TVector ofMonth = TLanes.Broadcast(weights.Month);
        for (int row = 0; row < count; row++, sums += RowSums.Stride, forms += EventTypes.Count)
        {
            TVector week = TLanes.Load(sums);
            TVector lastWeeks = TLanes.Multiply(week, week);
            week = Get(sums, 1);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            week = Get(sums, 2);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            week = Get(sums, 3);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            week = Get(sums, 4);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            week = Get(sums, 5);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            week = Get(sums, 6);
            lastWeeks = TLanes.Fused(week, week, lastWeeks);
            TVector ones = Get(sums, RowSums.Ones);
            suspects |= TLanes.Suspects(Get(sums, RowSums.Signs), ones) << row;
            TVector form = Of(ones, Get(sums, RowSums.Threes), Get(sums, RowSums.FirstWeeks), Get(sums, RowSums.Weeks), lastWeeks,
                Get(sums, RowSums.Products), Get(sums, RowSums.Month), ofOneDay, ofThreeDays, ofWeek, ofFortnight, ofMonth);
            TLanes.Store(form, forms);
        }
        return suspects;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Get(double* sums, nint place) => TLanes.Load(sums + place * (sizeof(TVector) / sizeof(double)));
}
