namespace Evaluator.Scorer.Kernel;

/// <summary>Rows that are worked on together.</summary>
/// <param name="rows">At most <see cref="Workspace.BlockRows"/> rows of days x 4 values.</param>
/// <param name="bases">What each row is added to: its street's sum so far, or zeros if it is the first.</param>
/// <param name="sums">Where that goes. With an odd number of rows there is one more of both, to be spoilt.</param>
/// <param name="corrected">One bit a row that is clamped already, and below 0 by its events: a clamping kernel leaves it.</param>
/// <param name="ahead">
/// Where the next block begins: its cache lines are asked for while this one is in work. Streaming from memory costs 1.9 read passes with
/// it and 5.9 without; a month that sits in the second-level cache pays 3 % for it. Need not be valid.
/// </param>
internal readonly unsafe struct RowBlock(double** rows, double** bases, double** sums, int count, ulong corrected, double* ahead)
{
    public readonly double** Rows = rows;
    public readonly double** Bases = bases;
    public readonly double** Sums = sums;
    public readonly int Count = count;
    public readonly ulong Corrected = corrected;
    public readonly double* Ahead = ahead;
}
