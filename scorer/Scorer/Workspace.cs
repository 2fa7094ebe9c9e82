using System.Runtime.CompilerServices;

namespace Evaluator.Scorer;

/// <summary>
/// The rows that scoring a month needs beside the predictions: two corrected location rows, the block group's sum and one
/// sum per street. Pinned and aligned to cache lines; grows to the largest block group met and is then kept.
/// </summary>
internal sealed unsafe class Workspace
{
    /// <summary>The longest row, 31 x 4, rounded up to whole cache lines of 8 doubles.</summary>
    private const int RowStride = 128;
    private const int LineBytes = 64;

    private double[] _rows = [];
    private double* _start;

    public double* First => _start;

    public double* Second => _start + RowStride;

    public double* BlockGroup => _start + 2 * RowStride;

    public double* Street(int street) => _start + (3 + street) * RowStride;

    public void EnsureStreets(int streetCount)
    {
        int needed = (3 + streetCount) * RowStride + LineBytes / sizeof(double);
        if (_rows.Length >= needed)
            return;
        _rows = GC.AllocateUninitializedArray<double>(Math.Max(needed, 2 * _rows.Length), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref _rows[0]);
        _start = (double*)((address + LineBytes - 1) / LineBytes * LineBytes);
    }
}
