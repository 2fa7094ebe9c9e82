namespace Evaluator.Scorer.Kernel;

/// <summary>Two rows and the sums that they are added to, which may be one and the same.</summary>
internal readonly unsafe struct RowPair(double* first, double* second, double* firstSum, double* secondSum)
{
    public readonly double* First = first;
    public readonly double* Second = second;
    public readonly double* FirstSum = firstSum;
    public readonly double* SecondSum = secondSum;
}
