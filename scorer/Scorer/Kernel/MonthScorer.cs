using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// Scores months. It owns its workspace, so one instance serves one thread; give each worker its own and keep it: once it
/// has met the largest block group it allocates nothing.
/// </summary>
public sealed unsafe class MonthScorer
{
    private readonly Workspace workspace = new();
    private readonly LaneWidth width;

    /// <summary>A scorer as wide as the machine.</summary>
    public MonthScorer() : this(Widest)
    {
    }

    /// <summary>A scorer of a given width: every one can be forced, and all give the same bits.</summary>
    internal MonthScorer(LaneWidth width) => this.width = width;

    /// <inheritdoc cref="PlainMonthScorer.Score"/>
    public PredictionFormat Score(ActualMonth actual, ReadOnlySpan<double> predictions, out MonthScore score)
    {
        if (predictions.Length != actual.CellCount)
        {
            score = default;
            return PredictionFormat.WrongLength;
        }
        fixed (double* start = predictions)
        {
            return width switch
            {
                LaneWidth.Bits512 => MonthKernel<Bits512, Vector512<double>>.Score(actual, start, workspace, out score),
                LaneWidth.Bits256 => MonthKernel<Bits256, Vector256<double>>.Score(actual, start, workspace, out score),
                LaneWidth.Bits128 => MonthKernel<Bits128, Vector128<double>>.Score(actual, start, workspace, out score),
                _ => PlainMonthScorer.Score(actual, predictions, out score),
            };
        }
    }

    /// <summary>
    /// The widest registers that this process may use. Without the instruction for a fused multiply-add (x86 before 2013) it is computed in
    /// software, with the same bits, and vectors of it gain nothing: there the plain definition scores.
    /// </summary>
    internal static LaneWidth Widest =>
        !Fma.IsSupported && !AdvSimd.IsSupported ? LaneWidth.Plain
        : Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Plain;
}
