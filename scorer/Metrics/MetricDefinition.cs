namespace Evaluator.Metrics;

/// <summary>A row of the table of metrics.</summary>
/// <param name="Name">As <c>challenge.json</c> writes it and the field calls it.</param>
/// <param name="ScikitLearn">What scikit-learn calls it, with the option that it means; null where scikit-learn has nothing like
/// it.</param>
/// <param name="Title">As a page writes it.</param>
/// <param name="Direction">Which way it is better.</param>
/// <param name="Lowest">The least value that is possible.</param>
/// <param name="Highest">The greatest value that is possible.</param>
/// <param name="Input">What it compares.</param>
public sealed record MetricDefinition(
    string Name, string? ScikitLearn, string Title, MetricDirection Direction, double Lowest, double Highest, MetricInput Input)
{
    /// <summary>
    /// Whether it is a mean (or a sum) of one value a row of the answers. Only such a metric can have a ladder, which compares two
    /// submissions row by row.
    /// </summary>
    public bool IsMeanOverRows { get; init; }

    /// <summary>Whether the rows of the answers may carry weights.</summary>
    public bool TakesWeights { get; init; } = true;

    /// <summary>Whether both classes, or all of them, must be among the answers: without them the value is not a number.</summary>
    public bool NeedsEveryClass { get; init; }

    /// <summary>Fewest rows for which it is defined.</summary>
    public int FewestRows { get; init; } = 1;

    /// <summary>Whether a number between 0 and 1, the quantile, belongs to it.</summary>
    public bool NeedsQuantile { get; init; }

    /// <summary>What it measures, in a sentence.</summary>
    public required string Meaning { get; init; }
}
