namespace Evaluator.Scorer.Kernel;

/// <summary>Two rows, what each is added to, and where the sum goes; the latter may be one and the same.</summary>
internal readonly unsafe struct RowPair(
    double* first, double* second, double* firstBase, double* secondBase, double* firstSum, double* secondSum)
{
    public readonly double* First = first;
    public readonly double* Second = second;
    public readonly double* FirstBase = firstBase;
    public readonly double* SecondBase = secondBase;
    public readonly double* FirstSum = firstSum;
    public readonly double* SecondSum = secondSum;
}
