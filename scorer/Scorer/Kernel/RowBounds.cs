using System.Runtime.CompilerServices;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>What the values of two rows are clamped to.</summary>
internal readonly struct RowBounds<TVector>(TVector firstLowest, TVector firstHighest, TVector secondLowest, TVector secondHighest)
    where TVector : unmanaged
{
    public readonly TVector FirstLowest = firstLowest;
    public readonly TVector FirstHighest = firstHighest;
    public readonly TVector SecondLowest = secondLowest;
    public readonly TVector SecondHighest = secondHighest;

    /// <param name="firstCorrected">In its lowest bit, whether the first row has been corrected, and is to stay as it is.</param>
    /// <param name="secondCorrected">The same of the second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowBounds<TVector> Of<TLanes>(ulong firstCorrected, ulong secondCorrected) where TLanes : struct, ILanes<TVector>
    {
        (double firstLowest, double firstHighest) = Bounds(firstCorrected);
        (double secondLowest, double secondHighest) = Bounds(secondCorrected);
        return new RowBounds<TVector>(
            TLanes.Broadcast(firstLowest), TLanes.Broadcast(firstHighest), TLanes.Broadcast(secondLowest), TLanes.Broadcast(secondHighest));
    }

    private static (double, double) Bounds(ulong corrected) => (corrected & 1) != 0
        ? (double.NegativeInfinity, double.PositiveInfinity)
        : (ValueRange.Lowest, ValueRange.Highest);
}
