using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>What a value of a handed-in table has to be, so that every metric can be computed of it.</summary>
/// <param name="IsNumber">A finite number.</param>
/// <param name="IsNotNegative">A number that is not negative.</param>
/// <param name="IsProbability">A number between 0 and 1.</param>
/// <param name="IsClass">One of the answers' classes.</param>
internal readonly record struct ValueDemands(bool IsNumber, bool IsNotNegative, bool IsProbability, bool IsClass)
{
    public static ValueDemands Of(TableShape shape, IReadOnlyList<TableMetric> metrics)
    {
        if (shape == TableShape.Picks)
            return default;
        if (shape == TableShape.Probabilities)
            return new ValueDemands(true, true, true, false);
        ValueDemands all = default;
        foreach (TableMetric metric in metrics)
        {
            MetricInput input = metric.Definition.Input;
            all = new ValueDemands(
                all.IsNumber || IsNumeric(input),
                all.IsNotNegative || input is MetricInput.NonNegativeNumbers or MetricInput.Probabilities,
                all.IsProbability || input is MetricInput.Probabilities,
                all.IsClass || input is MetricInput.BinaryLabels or MetricInput.Labels or MetricInput.OrderedLabels);
        }
        return all;
    }

    /// <summary>Whether the answers hold numbers for a metric, and not classes.</summary>
    public static bool ComparesNumbers(MetricInput input) => input is MetricInput.Numbers or MetricInput.NonNegativeNumbers;

    private static bool IsNumeric(MetricInput input) => ComparesNumbers(input) || input is MetricInput.Scores or MetricInput.Probabilities;
}
