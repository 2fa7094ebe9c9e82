namespace Evaluator.Metrics;

/// <summary>
/// Metrics of predicted probabilities. Answers are classes 0 to k - 1; with two classes the probability of class 1 may be given alone.
/// Without rows, or with weights that are all zero, the value is not a number.
/// </summary>
public static class ProbabilityMetrics
{
    /// <summary>
    /// The least probability that log loss counts with: the distance from 1 to the next greater double, as scikit-learn's.
    /// </summary>
    public const double LeastProbability = 2.220446049250313e-16;

    /// <summary>scikit-learn's <c>log_loss</c> of two classes.</summary>
    /// <param name="actual">1 for a positive row, 0 for a negative one.</param>
    /// <param name="probabilities">The probability that the row is positive.</param>
    /// <param name="weights">A weight a row, or none.</param>
    public static double LogLoss(ReadOnlySpan<int> actual, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, probabilities.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(LogLoss(actual[row] == 1, probabilities[row]), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>scikit-learn's <c>log_loss</c> with <c>labels</c> given: clipped, then each row divided by its sum.</summary>
    /// <param name="actual">The class of each row.</param>
    /// <param name="probabilities">Row by row, one number a class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="weights">A weight a row, or none.</param>
    public static double LogLoss(
        ReadOnlySpan<int> actual, ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length * classes, probabilities.Length, default);
        RowWeights.RequireRows(actual.Length, actual.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(LogLoss(actual[row], probabilities.Slice(row * classes, classes)), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>
    /// scikit-learn's <c>brier_score_loss</c> of two classes: the mean squared difference to the positive class's 0 or 1.
    /// </summary>
    public static double BrierScoreLoss(
        ReadOnlySpan<int> actual, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, probabilities.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(BrierLoss(actual[row] == 1, probabilities[row]), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>
    /// The Brier score of several classes as Brier wrote it (1950): squared differences added over the classes, up to 2. scikit-learn has
    /// it
    /// so since 1.7; its value for two classes is half of this, and the function above.
    /// </summary>
    public static double BrierScoreLoss(
        ReadOnlySpan<int> actual, ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length * classes, probabilities.Length, default);
        RowWeights.RequireRows(actual.Length, actual.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(BrierLoss(actual[row], probabilities.Slice(row * classes, classes)), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>One row's part of the log loss of two classes.</summary>
    public static double LogLoss(bool isPositive, double probability)
    {
        double clipped = Clipped(probability), other = 1 - clipped;
        return -Math.Log((isPositive ? clipped : other) / (other + clipped));
    }

    /// <summary>One row's part of the log loss of several classes.</summary>
    public static double LogLoss(int actual, ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        foreach (double probability in probabilities)
            sum += Clipped(probability);
        return -Math.Log(Clipped(probabilities[actual]) / sum);
    }

    /// <summary>One row's part of the Brier score of two classes.</summary>
    public static double BrierLoss(bool isPositive, double probability)
    {
        double difference = (isPositive ? 1 : 0) - probability;
        return difference * difference;
    }

    /// <summary>One row's part of the Brier score of several classes.</summary>
    public static double BrierLoss(int actual, ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        for (int @class = 0; @class < probabilities.Length; @class++)
        {
            double difference = (@class == actual ? 1 : 0) - probabilities[@class];
            sum += difference * difference;
        }
        return sum;
    }

    private static double Clipped(double probability) => Math.Min(Math.Max(probability, LeastProbability), 1 - LeastProbability);
}
