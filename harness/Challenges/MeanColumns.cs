namespace Evaluator.Challenges;

/// <summary>
/// Which columns are means over cases or rows, and so can have a ladder. AUC, F1, kappa, R² and roots of means are no such means: a paired
/// difference of theirs does not exist case by case.
/// </summary>
public static class MeanColumns
{
    private static readonly HashSet<string> MeanMetrics = new(StringComparer.Ordinal)
    {
        "mae", "mse", "quantile_loss", "log_loss", "brier", "accuracy", "hit_rate",
    };

    public static bool IsMeanOverCases(Column column, ChallengeKind kind) => column.Formula is null
        && (kind == ChallengeKind.Predictor ? column.Name is "score" or "accepted" : column.Metric is { } metric && MeanMetrics.Contains(metric.Name));
}
