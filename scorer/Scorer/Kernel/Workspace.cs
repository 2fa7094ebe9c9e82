using System.Runtime.CompilerServices;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// The rows that scoring a month needs beside the predictions: a block of corrected location rows, the block group's sum and
/// one sum per street. Pinned and aligned to cache lines; grows to the largest block group met and is then kept.
/// </summary>
internal sealed unsafe class Workspace
{
    /// <summary>Rows handled together. Sixteen fill a third of a 48 KiB first-level cache, and their copies another third.</summary>
    public const int BlockRows = 16;

    /// <summary>The longest row, 31 x 4, rounded up to whole cache lines of 8 doubles.</summary>
    public const int RowStride = 128;

    /// <summary>
    /// Rows whose days have been summed before their forms are made: enough to keep a processor busy, in few cache lines (of a Zen 3 with
    /// 32 KiB of first-level cache; 4 and 16 rows cost 2 %).
    /// </summary>
    public const int RowsWithSums = 8;

    private const int LineBytes = 64;
    private const int FirstStreet = BlockRows + 4 + RowsWithSums * RowSums.Stride / RowStride;

    private double[] rows = [];
    private double* start;

    public double* BlockGroup => start + BlockRows * RowStride;

    /// <summary>Four forms for each row of a block.</summary>
    public double* Forms => start + (BlockRows + 1) * RowStride;

    /// <summary>Takes what is to be added to no sum.</summary>
    public double* Nowhere => start + (BlockRows + 2) * RowStride;

    /// <summary>A row of zeros: what the first row of a street is added to, rather than clearing sums first (1.4 ns a location).</summary>
    public double* Zeros => Street(-1);

    /// <summary>The <see cref="RowSums"/> of some rows.</summary>
    public double* Sums => start + (BlockRows + 3) * RowStride;

    public double* Corrected(int copy) => start + copy * RowStride;

    public double* Street(int street) => start + (FirstStreet + street) * RowStride;

    public void EnsureStreets(int streetCount)
    {
        int needed = (FirstStreet + streetCount) * RowStride + LineBytes / sizeof(double);
        if (rows.Length >= needed)
            return;
        rows = GC.AllocateUninitializedArray<double>(Math.Max(needed, 2 * rows.Length), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref rows[0]);
        start = (double*)((address + LineBytes - 1) / LineBytes * LineBytes);
        new Span<double>(Zeros, RowStride).Clear();
    }
}
