namespace Evaluator.Scorer.Kernel;

/// <summary>Two rows, side by side in memory, that are asked for while others are in work.</summary>
internal readonly unsafe struct RowsAhead(double* first, nint length)
{
    public readonly double* First = first;
    public readonly double* Second = first + length;
}
