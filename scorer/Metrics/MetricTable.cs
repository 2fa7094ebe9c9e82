namespace Evaluator.Metrics;

using static Evaluator.Metrics.MetricDirection;

/// <summary>
/// Every metric of a table challenge: name, direction, range, and what it needs. Definitions are scikit-learn's (1.2.1, the version that
/// the fixture was made with); where it raises an error or warns that a value is undefined, the value is not a number.
/// </summary>
public static class MetricTable
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>In the order in which pages and messages list them.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        new("sum", null, "Sum over the picks", Maximize, -Infinity, Infinity, MetricInput.Picks)
            { IsMeanOverRows = true, Meaning = "The answers' values of the picked rows, added up." },
        new("count", null, "Hits", Maximize, 0, Infinity, MetricInput.Picks)
            { IsMeanOverRows = true, Meaning = "How many of the picked rows are hits: rows whose value is not zero." },
        new("hit_rate", null, "Hit rate", Maximize, 0, 1, MetricInput.Picks)
            { Meaning = "The share of the picked rows that are hits." },

        new("rmse", "root_mean_squared_error", "RMSE", Minimize, 0, Infinity, MetricInput.Numbers)
            { Meaning = "The square root of the mean squared difference." },
        new("mae", "mean_absolute_error", "MAE", Minimize, 0, Infinity, MetricInput.Numbers)
            { IsMeanOverRows = true, Meaning = "The mean absolute difference." },
        new("rmsle", "root_mean_squared_log_error", "RMSLE", Minimize, 0, Infinity, MetricInput.NonNegativeNumbers)
            { Meaning = "The square root of the mean squared difference of log(1 + value)." },
        new("r2", "r2_score", "R²", Maximize, -Infinity, 1, MetricInput.Numbers)
            { FewestRows = 2, Meaning = "One minus the squared error over that of the mean; 1 is perfect, 0 is as good as the mean." },
        new("quantile_loss", "mean_pinball_loss", "Quantile loss", Minimize, 0, Infinity, MetricInput.Numbers)
            { IsMeanOverRows = true, NeedsQuantile = true, Meaning = "The mean loss of a prediction of the quantile alpha." },

        new("log_loss", "log_loss", "Log loss", Minimize, 0, Infinity, MetricInput.Probabilities)
            { IsMeanOverRows = true, Meaning = "The mean of minus the logarithm of the probability that was given to the true class." },
        new("brier_score", "brier_score_loss", "Brier score", Minimize, 0, 2, MetricInput.Probabilities)
            { IsMeanOverRows = true, Meaning = "The mean squared difference between the probabilities and what came true." },

        new("roc_auc", "roc_auc_score", "ROC AUC", Maximize, 0, 1, MetricInput.Scores)
            { NeedsEveryClass = true, Meaning = "How often a positive row stands above a negative one; ties count half." },
        new("roc_auc_ovr", "roc_auc_score(multi_class=\"ovr\")", "ROC AUC, one against the rest",
            Maximize, 0, 1, MetricInput.ClassProbabilities)
            { NeedsEveryClass = true, Meaning = "The mean over the classes of the area of each against all others." },
        new("roc_auc_ovo", "roc_auc_score(multi_class=\"ovo\")", "ROC AUC, one against one",
            Maximize, 0, 1, MetricInput.ClassProbabilities)
            { NeedsEveryClass = true, TakesWeights = false, Meaning = "The mean area over all pairs of classes (Hand and Till 2001)." },
        new("average_precision", "average_precision_score", "Average precision", Maximize, 0, 1, MetricInput.Scores)
            { NeedsEveryClass = true, Meaning = "The mean precision over the thresholds, by the recall that each adds." },
        new("average_precision_macro", "average_precision_score(average=\"macro\")", "Average precision, mean of the classes",
            Maximize, 0, 1, MetricInput.ClassProbabilities)
            { NeedsEveryClass = true, Meaning = "The mean over the classes of the average precision of each against all others." },

        new("accuracy", "accuracy_score", "Accuracy", Maximize, 0, 1, MetricInput.Labels)
            { IsMeanOverRows = true, Meaning = "The share of rows with the right class." },
        new("balanced_accuracy", "balanced_accuracy_score", "Balanced accuracy", Maximize, 0, 1, MetricInput.Labels)
            { Meaning = "The mean over the classes of the share of its rows that were found." },
        new("f1", "f1_score", "F1", Maximize, 0, 1, MetricInput.BinaryLabels)
            { Meaning = "The harmonic mean of precision and recall of the positive class." },
        new("f1_macro", "f1_score(average=\"macro\")", "F1, mean of the classes",
            Maximize, 0, 1, MetricInput.Labels)
            { Meaning = "The mean of F1 over the classes that are there or were named." },
        new("mcc", "matthews_corrcoef", "MCC", Maximize, -1, 1, MetricInput.Labels)
            { Meaning = "The correlation of true and named classes; 0 is chance." },
        new("quadratic_weighted_kappa", "cohen_kappa_score(weights=\"quadratic\")", "Quadratic weighted kappa",
            Maximize, -1, 1, MetricInput.OrderedLabels)
            { Meaning = "The agreement beyond chance, where a miss costs the square of its distance." },
    ];

    /// <summary>The metric of that name, its own or scikit-learn's; or null.</summary>
    public static MetricDefinition? Find(string name)
    {
        foreach (MetricDefinition metric in All)
        {
            if (metric.Name == name || metric.ScikitLearn == name)
                return metric;
        }
        return null;
    }
}
