using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>One value a row of a set, whose plain mean is the metric's value: what a ladder compares two submissions by.</summary>
internal static class RowValues
{
    /// <returns>Null where the metric is no mean over rows.</returns>
    public static double[]? Of(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        if (!metric.Definition.IsMeanOverRows)
            return null;
        double[] values = new double[set.Length];
        double total = 0;
        for (int row = 0; row < set.Length; row++)
            total += Weight(answers, set.Start + row);
        // A sum over the picks is the mean of n times each pick's part; a mean with weights that of each row times its weight's share of n.
        double factor = metric.Definition.Input == MetricInput.Picks ? set.Length : set.Length / total;
        for (int row = 0; row < set.Length; row++)
            values[row] = Value(metric, set.Start + row, answers, table) * Weight(answers, set.Start + row) * factor;
        return values;
    }

    private static double Weight(TableAnswers answers, int row) => answers.Weights.Length == 0 ? 1 : answers.Weights[row];

    private static double Value(TableMetric metric, int row, TableAnswers answers, HandedInTable table) => metric.Definition.Name switch
    {
        "sum" => table.Lines[row] > 0 ? answers.Values[metric.Of!][row] : 0,
        "count" => table.Lines[row] > 0 && answers.Values[metric.Of!][row] != 0 ? 1 : 0,
        "mae" => RegressionMetrics.AbsoluteError(answers.Numbers[row], table.Numbers[row]),
        "quantile_loss" => RegressionMetrics.PinballLoss(answers.Numbers[row], table.Numbers[row], metric.Quantile),
        "accuracy" => TableScoring.NamedClass(metric, row, answers, table) == answers.Labels[row] ? 1 : 0,
        "log_loss" when answers.Binary.TryGetValue(metric.Column.Name, out BinaryTruth? truth) =>
            ProbabilityMetrics.LogLoss(truth.Rows[row] == 1, OfClass(metric, row, truth.Class, answers, table)),
        "log_loss" => ProbabilityMetrics.LogLoss(answers.Labels[row], Shares(row, answers, table)),
        "brier_score" when answers.Binary.TryGetValue(metric.Column.Name, out BinaryTruth? truth) =>
            ProbabilityMetrics.BrierLoss(truth.Rows[row] == 1, OfClass(metric, row, truth.Class, answers, table)),
        "brier_score" => ProbabilityMetrics.BrierLoss(answers.Labels[row], Shares(row, answers, table)),
        _ => throw new InvalidOperationException($"{metric.Definition.Name} is said to be a mean over rows, but no row's value is known."),
    };

    private static double OfClass(TableMetric metric, int row, int @class, TableAnswers answers, HandedInTable table) =>
        metric.ByClass ? Shares(row, answers, table)[@class] : table.Numbers[row];

    private static ReadOnlySpan<double> Shares(int row, TableAnswers answers, HandedInTable table) =>
        table.Probabilities.AsSpan(row * answers.Classes!.Names.Count, answers.Classes.Names.Count);
}
