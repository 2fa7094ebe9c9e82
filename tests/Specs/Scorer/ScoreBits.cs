using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

/// <summary>All bits of a month's score, to be compared exactly: == would take −0 for 0.</summary>
internal static class ScoreBits
{
    public static long[] Of(MonthScore score) =>
    [
        score.EventCount, Bits(score.Rmse.Location), Bits(score.Rmse.Street), Bits(score.Rmse.BlockGroup),
        Bits(score.Location), Bits(score.Street), Bits(score.BlockGroup), Bits(score.Score),
    ];

    /// <summary>The widths that this process can compute in; 512 bits also in two registers of 256, as on most machines.</summary>
    public static IEnumerable<LaneWidth> Widths() =>
        Enum.GetValues<LaneWidth>().Where(width => width <= MonthScorer.Widest || (width == LaneWidth.Bits512 && Fma.IsSupported));

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
