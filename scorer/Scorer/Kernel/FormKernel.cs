using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// The form of rows: Σ_spans 1/(N(t)·t²) · Σ_windows (window sum)², the four types apart; and each row added to its street's sum.
/// </summary>
internal static unsafe class FormKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The forms of a block's rows, unweighted by type; adds the rows to their sums.</summary>
    /// <param name="sums">Room for the <see cref="RowSums"/> of <see cref="Workspace.RowsWithSums"/> rows.</param>
    /// <param name="forms">Takes four forms a row; with an odd number of rows, the four after them are overwritten.</param>
    /// <returns>
    /// One bit a row: set if it may have a value outside [+0, 10) (<see cref="ILanes{TVector}.Suspects"/>). The bit after the last row
    /// means nothing.
    /// </returns>
    public static ulong Forms<TRange>(in RowBlock block, in SpanWeights weights, double* sums, double* forms)
        where TRange : struct, IRange
    {
        ulong suspects = 0;
        for (int type = 0; type < EventTypes.Count; type += TLanes.TypesAtOnce)
        {
            if (TLanes.RowsAtOnce == 2)
            {
                suspects |= DayPass<TLanes, TVector>.Run<TRange>(block, 0, block.Count, type, weights, sums, forms + type);
                continue;
            }
            for (int first = 0; first < block.Count; first += Workspace.RowsWithSums)
            {
                int end = Math.Min(first + Workspace.RowsWithSums, block.Count);
                DayPass<TLanes, TVector>.Run<TRange>(block, first, end, type, weights, sums, forms);
                double* formsOfType = forms + first * EventTypes.Count + type;
                suspects |= RowForm<TLanes, TVector>.OfSums(sums, end - first, weights, formsOfType) << first;
            }
        }
        return suspects;
    }
}
