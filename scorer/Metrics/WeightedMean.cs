namespace Evaluator.Metrics;

/// <summary>A mean of values with weights, all added in the order of the calls. Not a number where there is no weight at all.</summary>
internal struct WeightedMean
{
    private CompensatedSum values, weights;

    public readonly double Value
    {
        get
        {
            double weight = weights.Value;
            return weight > 0 ? values.Value / weight : double.NaN;
        }
    }

    public void Add(double value, double weight)
    {
        values.Add(weight * value);
        weights.Add(weight);
    }
}
