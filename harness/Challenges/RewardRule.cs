namespace Evaluator.Challenges;

/// <summary>
/// A reward rule of a phase. Which of the numbers a kind takes: FirstAbove, TeamAbove, SingleModel: amount, threshold; LimitedHardware: and
/// a
/// profile; TimeUnder: and seconds; ImprovementOverBest: delta, rate, cap; Rank: place, amount; Reuse: share, rate; Together: threshold,
/// amount
/// (the pot); Grant: nothing.
/// </summary>
public sealed record RewardRule
{
    /// <summary>Small letters, digits and hyphens. The same name again is a new version, valid for later submissions.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Phase { get; init; }

    public required RewardKind Kind { get; init; }

    /// <summary>The column that is looked at; null for the first one that ranks.</summary>
    public string? Column { get; init; }

    /// <summary>Points.</summary>
    public int Amount { get; init; }

    /// <summary>The released value to reach, in the column's direction.</summary>
    public decimal? Threshold { get; init; }

    public RewardScope Scope { get; init; } = RewardScope.Rule;

    /// <summary>ImprovementOverBest: the least gain that pays.</summary>
    public decimal? Delta { get; init; }

    /// <summary>Points for each unit of gain.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The most points that one submission earns.</summary>
    public int? Cap { get; init; }

    /// <summary>LimitedHardware: the profile's name.</summary>
    public string? Profile { get; init; }

    /// <summary>TimeUnder: the bound for the slowest case, in CPU seconds.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>Rank: which place pays, 1 for the first.</summary>
    public int? Place { get; init; }

    /// <summary>Reuse: the parent's share of the child's improvement, between 0 and 1.</summary>
    public decimal? Share { get; init; }

    /// <summary>Together: true pays all teams above the baseline, false those whose work the best submission stands on.</summary>
    public bool AllAboveBaseline { get; init; }
}
