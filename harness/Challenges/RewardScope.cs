namespace Evaluator.Challenges;

/// <summary>How often a reward is paid, where the kind leaves it open.</summary>
public enum RewardScope
{
    /// <summary>To the first alone.</summary>
    Rule,

    /// <summary>To each team once.</summary>
    Team,
}
