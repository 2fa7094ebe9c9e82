namespace Evaluator.Scorer.Kernel;

/// <summary>What the values of two rows are clamped to.</summary>
internal readonly struct RowBounds<TVector>(TVector firstLowest, TVector firstHighest, TVector secondLowest, TVector secondHighest)
    where TVector : unmanaged
{
    public readonly TVector FirstLowest = firstLowest;
    public readonly TVector FirstHighest = firstHighest;
    public readonly TVector SecondLowest = secondLowest;
    public readonly TVector SecondHighest = secondHighest;
}
