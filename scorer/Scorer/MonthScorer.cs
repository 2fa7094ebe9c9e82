using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary>
/// Scores months. It owns its workspace, so one instance serves one thread; give each worker its own and keep it: once it
/// has met the largest block group it allocates nothing.
/// </summary>
public sealed unsafe class MonthScorer
{
    private readonly Workspace _workspace = new();
    private readonly LaneWidth _width;

    /// <summary>A scorer as wide as the machine.</summary>
    public MonthScorer() : this(Widest)
    {
    }

    /// <summary>A scorer of a given width: every one can be forced, and all give the same bits.</summary>
    internal MonthScorer(LaneWidth width) => _width = width;

    /// <summary>Scores one month's prediction.</summary>
    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">
    /// Expected events, locations x days x 4 types: index (location * days + day) * 4 + type. Values below 0 count as 0, above
    /// 10 as 10, infinities included.
    /// </param>
    /// <param name="score">The score if the prediction is well formed, else the default.</param>
    /// <returns>Whether the prediction could be scored. Never throws for what a predictor did.</returns>
    public PredictionFormat Score(ActualMonth actual, ReadOnlySpan<double> predictions, out MonthScore score)
    {
        if (predictions.Length != actual.CellCount)
        {
            score = default;
            return PredictionFormat.WrongLength;
        }
        fixed (double* start = predictions)
        {
            return _width switch
            {
                LaneWidth.Bits512 => MonthKernel<Bits512, Vector512<double>>.Score(actual, start, _workspace, out score),
                LaneWidth.Bits256 => MonthKernel<Bits256, Vector256<double>>.Score(actual, start, _workspace, out score),
                LaneWidth.Bits128 => MonthKernel<Bits128, Vector128<double>>.Score(actual, start, _workspace, out score),
                _ => PlainMonthScorer.Score(actual, predictions, out score),
            };
        }
    }

    /// <summary>The widest registers that this process may use.</summary>
    internal static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Plain;
}
