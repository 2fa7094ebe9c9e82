namespace Evaluator.Metrics;

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    Maximize,
    Minimize,
}
