namespace Evaluator.Challenges;

/// <summary>
/// A column of the standings: a metric of a submission. Its values are rounded to <see cref="Decimals"/> before they enter the log; ranks
/// and
/// ties go by the rounded value.
/// </summary>
public sealed record Column
{
    /// <summary>
    /// Letters, digits and underscores, at most 40, a letter first: <c>score</c>, <c>cpuSeconds</c>. Formulas and rules name it so.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What people read above the column.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the value, as <c>s</c> or <c>kg</c>; null for a number without one.</summary>
    public string? Unit { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>Digits after the point, 0 to 9.</summary>
    public required int Decimals { get; init; }

    /// <summary>The value once more in other terms: kilos as their worth on the street.</summary>
    public Display? Shown { get; init; }

    /// <summary>Computes the column from others (<see cref="Formulas.Formula"/>); null where it is measured.</summary>
    public string? Formula { get; init; }

    /// <summary>Table challenges: which metric gives the value. Null for predictors and formulas.</summary>
    public MetricUse? Metric { get; init; }
}
