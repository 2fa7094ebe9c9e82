namespace Evaluator.Challenges;

/// <summary>The ten kinds of reward.</summary>
public enum RewardKind
{
    /// <summary>The earliest submission at the threshold or better. Once.</summary>
    FirstAbove,

    /// <summary>A team's first submission at the threshold or better. Once a team.</summary>
    TeamAbove,

    /// <summary>Beats the best of all earlier teams by a delta: a rate for what it gained, up to a cap.</summary>
    ImprovementOverBest,

    /// <summary>The threshold with a single model: declared by the team, attested by an organiser.</summary>
    SingleModel,

    /// <summary>The threshold in a separate run under a named hardware profile.</summary>
    LimitedHardware,

    /// <summary>The threshold with the slowest case's CPU time under a bound, in two runs.</summary>
    TimeUnder,

    /// <summary>A place at the phase's close.</summary>
    Rank,

    /// <summary>The parent's share of what a child gained.</summary>
    Reuse,

    /// <summary>The phase's best reaches the threshold: a pot for all whose work it stands on, or all teams above the baseline.</summary>
    Together,

    /// <summary>An organiser gives, with a reason.</summary>
    Grant,
}
