namespace Evaluator.Scorer;

/// <summary>
/// Scores months. It owns its workspace, so one instance serves one thread; give each worker its own and keep it.
/// </summary>
public sealed class MonthScorer
{
    /// <summary>Scores one month's prediction.</summary>
    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">
    /// Expected events, locations x days x 4 types: index (location * days + day) * 4 + type. Values below 0 count as 0, above
    /// 10 as 10, infinities included.
    /// </param>
    /// <param name="score">The score if the prediction is well formed, else the default.</param>
    /// <returns>Whether the prediction could be scored. Never throws for what a predictor did.</returns>
    public PredictionFormat Score(ActualMonth actual, ReadOnlySpan<double> predictions, out MonthScore score) =>
        PlainMonthScorer.Score(actual, predictions, out score);
}
