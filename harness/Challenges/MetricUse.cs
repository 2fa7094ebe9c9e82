namespace Evaluator.Challenges;

/// <summary>
/// A metric and what it needs to know. Which names there are, and which of the rest each takes, is said by the judging of tables.
/// </summary>
public sealed record MetricUse
{
    /// <summary>As scikit-learn or the field calls it: <c>rmse</c>, <c>log_loss</c>, <c>roc_auc</c>, <c>sum</c>, <c>hit_rate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The column of the answers that it sums or counts; null for the task's truth.</summary>
    public string? Of { get; init; }

    /// <summary>The quantile of <c>quantile_loss</c>, between 0 and 1.</summary>
    public decimal? Quantile { get; init; }

    /// <summary>The class that counts as positive, where a metric asks for one.</summary>
    public string? Positive { get; init; }

    /// <summary>How classes are put together: <c>binary</c> or <c>macro</c>.</summary>
    public string? Average { get; init; }
}
