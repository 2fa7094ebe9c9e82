using Evaluator.Metrics;

namespace Evaluator.Challenges;

/// <summary>
/// Which columns are means over cases or rows, and so can have a ladder. AUC, F1, kappa, R² and roots of means are no such means: a paired
/// difference of theirs does not exist case by case.
/// </summary>
internal static class MeanColumns
{
    public static bool IsMeanOverCases(Column column, ChallengeKind kind) => column.Formula is null
        && (kind == ChallengeKind.Predictor
            ? column.Name is PredictorColumns.Score or PredictorColumns.Accepted
            : column.Metric is { } metric && MetricTable.Find(metric.Name) is { IsMeanOverRows: true });
}
