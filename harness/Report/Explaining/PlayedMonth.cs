using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Explaining;

namespace Evaluator.Report.Explaining;

/// <summary>One predicted month of a case: what happened and what was predicted.</summary>
/// <param name="Month">January = 1.</param>
/// <param name="Predictions">As the predictor returned them: locations x days x 4 types, not clamped.</param>
public sealed record PlayedMonth(int Month, ActualMonth Actual, double[] Predictions)
{
    private double[]? counts;

    /// <summary>The events, laid out like the predictions.</summary>
    public double[] Counts => counts ??= ActualCounts.Of(Actual);

    /// <summary>What was scored: below 0 counts as 0, above 10 as 10.</summary>
    public double Predicted(int cell) => ValueRange.Clamp(Predictions[cell]);

    public double Predicted(int location, int day, int type) => Predicted(Actual.Shape.IndexOf(location, day, type));

    public double Counted(int location, int day, int type) => Counts[Actual.Shape.IndexOf(location, day, type)];
}
