namespace Evaluator.Metrics;

/// <summary>
/// Metrics of a predicted number a row. Every span has one element a row; without weights each row counts 1. Without rows, or with
/// weights that are all zero, the value is not a number.
/// </summary>
public static class RegressionMetrics
{
    /// <summary>scikit-learn's <c>mean_squared_error(squared=False)</c>.</summary>
    public static double RootMeanSquaredError(
        ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
        {
            double difference = actual[row] - predicted[row];
            mean.Add(difference * difference, RowWeights.At(weights, row));
        }
        return Math.Sqrt(mean.Value);
    }

    /// <summary>scikit-learn's <c>mean_absolute_error</c>.</summary>
    public static double MeanAbsoluteError(
        ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(AbsoluteError(actual[row], predicted[row]), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>
    /// scikit-learn's <c>mean_squared_log_error(squared=False)</c>: of log(1 + value). Not a number where a value is negative, which
    /// scikit-learn refuses.
    /// </summary>
    public static double RootMeanSquaredLogError(
        ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
        {
            if (actual[row] < 0 || predicted[row] < 0)
                return double.NaN;
            double difference = LogOfOnePlus(actual[row]) - LogOfOnePlus(predicted[row]);
            mean.Add(difference * difference, RowWeights.At(weights, row));
        }
        return Math.Sqrt(mean.Value);
    }

    /// <summary>
    /// scikit-learn's <c>r2_score</c>: 1 - sum(w (y - p)²) / sum(w (y - mean)²). Constant answers give 1 where all is predicted exactly,
    /// else 0 (its <c>force_finite</c>); here they are told from the values themselves, since their mean may be off by its last bit.
    /// Fewer than two rows are not a number.
    /// </summary>
    public static double R2Score(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        if (actual.Length < 2)
            return double.NaN;
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(actual[row], RowWeights.At(weights, row));
        double center = mean.Value;
        if (double.IsNaN(center))
            return double.NaN;
        CompensatedSum residual = default, total = default;
        for (int row = 0; row < actual.Length; row++)
        {
            double weight = RowWeights.At(weights, row), miss = actual[row] - predicted[row], spread = actual[row] - center;
            residual.Add(weight * (miss * miss));
            total.Add(weight * (spread * spread));
        }
        if (residual.Value == 0)
            return 1;
        return IsConstant(actual, weights) ? 0 : 1 - residual.Value / total.Value;
    }

    /// <summary>scikit-learn's <c>mean_pinball_loss</c>.</summary>
    /// <param name="actual">What came true.</param>
    /// <param name="predicted">The predicted quantile.</param>
    /// <param name="alpha">Which quantile, between 0 and 1; at 0.5 the loss is half the mean absolute error.</param>
    /// <param name="weights">A weight a row, or none.</param>
    public static double MeanPinballLoss(
        ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted, double alpha, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        WeightedMean mean = default;
        for (int row = 0; row < actual.Length; row++)
            mean.Add(PinballLoss(actual[row], predicted[row], alpha), RowWeights.At(weights, row));
        return mean.Value;
    }

    /// <summary>One row's part of the mean absolute error.</summary>
    public static double AbsoluteError(double actual, double predicted) => Math.Abs(actual - predicted);

    /// <summary>One row's part of the pinball loss.</summary>
    public static double PinballLoss(double actual, double predicted, double alpha)
    {
        double difference = actual - predicted;
        return difference >= 0 ? alpha * difference : (alpha - 1) * difference;
    }

    /// <summary>
    /// log(1 + x) without the loss of 1 + x near 0 (Goldberg 1991, theorem 4): the rounding of the sum is divided out again.
    /// </summary>
    private static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    private static bool IsConstant(ReadOnlySpan<double> actual, ReadOnlySpan<double> weights)
    {
        double first = double.NaN;
        for (int row = 0; row < actual.Length; row++)
        {
            if (RowWeights.At(weights, row) == 0)
                continue;
            if (double.IsNaN(first))
                first = actual[row];
            else if (actual[row] != first)
                return false;
        }
        return true;
    }
}
