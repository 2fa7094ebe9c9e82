using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>Computes a metric over one set of the answers, of a table that was read without a fault. Nothing is allocated.</summary>
internal static class TableScoring
{
    public static double Score(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table) =>
        metric.Definition.Input switch
        {
            MetricInput.Picks => Picked(metric, set, answers, table),
            MetricInput.Numbers or MetricInput.NonNegativeNumbers => Compared(metric, set, answers, table),
            MetricInput.Scores => OfTwoClasses(metric, set, answers, table),
            MetricInput.Probabilities when answers.Binary.ContainsKey(metric.Column.Name) => OfTwoClasses(metric, set, answers, table),
            MetricInput.Probabilities => OfClasses(metric, set, answers, table),
            MetricInput.ClassProbabilities => OfClasses(metric, set, answers, table),
            _ => OfLabels(metric, set, answers, table),
        };

    private static double Picked(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        double[] values = answers.Values[metric.Of!];
        int picks = 0;
        for (int row = set.Start; row < set.Start + set.Length; row++)
        {
            if (table.Lines[row] == 0)
                continue;
            table.Gathered[picks] = values[row];
            table.GatheredWeights[picks++] = answers.Weights.Length > 0 ? answers.Weights[row] : 1;
        }
        ReadOnlySpan<double> picked = table.Gathered.AsSpan(0, picks);
        ReadOnlySpan<double> weights = answers.Weights.Length > 0 ? table.GatheredWeights.AsSpan(0, picks) : default;
        return metric.Definition.Name switch
        {
            "sum" => PickMetrics.Sum(picked, weights),
            "count" => PickMetrics.Count(picked, weights),
            // Of picks none may be in a set. Then none of them hit.
            "hit_rate" => picks == 0 ? 0 : PickMetrics.HitRate(picked, weights),
            _ => throw Unknown(metric),
        };
    }

    private static double Compared(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        ReadOnlySpan<double> actual = Slice(answers.Numbers, set), predicted = Slice(table.Numbers, set), weights = Weights(answers, set);
        return metric.Definition.Name switch
        {
            "rmse" => RegressionMetrics.RootMeanSquaredError(actual, predicted, weights),
            "mae" => RegressionMetrics.MeanAbsoluteError(actual, predicted, weights),
            "rmsle" => RegressionMetrics.RootMeanSquaredLogError(actual, predicted, weights),
            "r2" => RegressionMetrics.R2Score(actual, predicted, weights),
            "quantile_loss" => RegressionMetrics.MeanPinballLoss(actual, predicted, metric.Quantile, weights),
            _ => throw Unknown(metric),
        };
    }

    private static double OfTwoClasses(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        BinaryTruth truth = answers.Binary[metric.Column.Name];
        ReadOnlySpan<int> actual = Slice(truth.Rows, set);
        ReadOnlySpan<double> scores = OfClass(metric, truth.Class, set, answers, table), weights = Weights(answers, set);
        return metric.Definition.Name switch
        {
            "roc_auc" => RankingMetrics.RocAucScore(actual, scores, table.Workspace, weights),
            "average_precision" => RankingMetrics.AveragePrecisionScore(actual, scores, table.Workspace, weights),
            "log_loss" => ProbabilityMetrics.LogLoss(actual, scores, weights),
            "brier_score" => ProbabilityMetrics.BrierScoreLoss(actual, scores, weights),
            _ => throw Unknown(metric),
        };
    }

    private static double OfClasses(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        int classes = answers.Classes!.Names.Count;
        ReadOnlySpan<int> actual = Slice(answers.Labels, set);
        ReadOnlySpan<double> probabilities = table.Probabilities.AsSpan(set.Start * classes, set.Length * classes);
        ReadOnlySpan<double> weights = Weights(answers, set);
        return metric.Definition.Name switch
        {
            "log_loss" => ProbabilityMetrics.LogLoss(actual, probabilities, classes, weights),
            "brier_score" => ProbabilityMetrics.BrierScoreLoss(actual, probabilities, classes, weights),
            "roc_auc_ovr" => RankingMetrics.RocAucScoreOneVersusRest(actual, probabilities, classes, table.Workspace, weights),
            "roc_auc_ovo" => RankingMetrics.RocAucScoreOneVersusOne(actual, probabilities, classes, table.Workspace),
            "average_precision_macro" =>
                RankingMetrics.AveragePrecisionScoreMacro(actual, probabilities, classes, table.Workspace, weights),
            _ => throw Unknown(metric),
        };
    }

    private static double OfLabels(TableMetric metric, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        BinaryTruth? binary = answers.Binary.GetValueOrDefault(metric.Column.Name);
        Span<int> named = table.Named.AsSpan(0, set.Length);
        for (int row = 0; row < set.Length; row++)
        {
            int label = NamedClass(metric, set.Start + row, answers, table);
            named[row] = binary is null ? label : label == binary.Class ? 1 : 0;
        }
        ConfusionMatrix matrix = ConfusionMatrix.Of(
            Slice(binary?.Rows ?? answers.Labels, set), named, answers.Classes!.Names.Count, table.ConfusionScratch, Weights(answers, set));
        return metric.Definition.Name switch
        {
            "accuracy" => matrix.AccuracyScore(),
            "balanced_accuracy" => matrix.BalancedAccuracyScore(),
            "f1" => matrix.F1Score(),
            "f1_macro" => matrix.F1ScoreMacro(),
            "mcc" => matrix.MatthewsCorrelation(),
            "quadratic_weighted_kappa" => matrix.QuadraticWeightedKappa(),
            _ => throw Unknown(metric),
        };
    }

    /// <summary>The class that was handed in for a row, or the likeliest one; of equally likely ones the first.</summary>
    public static int NamedClass(TableMetric metric, int row, TableAnswers answers, HandedInTable table)
    {
        if (!metric.ByClass)
            return table.Labels[row];
        int classes = answers.Classes!.Names.Count, likeliest = 0;
        ReadOnlySpan<double> shares = table.Probabilities.AsSpan(row * classes, classes);
        for (int @class = 1; @class < classes; @class++)
        {
            if (shares[@class] > shares[likeliest])
                likeliest = @class;
        }
        return likeliest;
    }

    /// <summary>The numbers that were handed in for the positive class.</summary>
    private static ReadOnlySpan<double> OfClass(TableMetric metric, int @class, AnswerSet set, TableAnswers answers, HandedInTable table)
    {
        if (!metric.ByClass)
            return Slice(table.Numbers, set);
        int classes = answers.Classes!.Names.Count;
        Span<double> gathered = table.Gathered.AsSpan(0, set.Length);
        for (int row = 0; row < set.Length; row++)
            gathered[row] = table.Probabilities[(set.Start + row) * classes + @class];
        return gathered;
    }

    private static ReadOnlySpan<T> Slice<T>(T[] column, AnswerSet set) => column.AsSpan(set.Start, set.Length);

    private static ReadOnlySpan<double> Weights(TableAnswers answers, AnswerSet set) =>
        answers.Weights.Length == 0 ? default : Slice(answers.Weights, set);

    private static InvalidOperationException Unknown(TableMetric metric) =>
        new($"The metric {metric.Definition.Name} is in the table of metrics, but nothing computes it.");
}
