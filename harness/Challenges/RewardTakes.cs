namespace Evaluator.Challenges;

/// <summary>Which numbers each kind of reward takes. It takes all of them, and no others.</summary>
public static class RewardTakes
{
    public static RewardNumbers Of(RewardKind kind) => kind switch
    {
        RewardKind.FirstAbove or RewardKind.TeamAbove => RewardNumbers.Amount | RewardNumbers.Threshold,
        RewardKind.ImprovementOverBest => RewardNumbers.Delta | RewardNumbers.Rate | RewardNumbers.Cap,
        RewardKind.SingleModel => RewardNumbers.Amount | RewardNumbers.Threshold | RewardNumbers.Scope,
        RewardKind.LimitedHardware => RewardNumbers.Amount | RewardNumbers.Threshold | RewardNumbers.Scope | RewardNumbers.Profile,
        RewardKind.TimeUnder => RewardNumbers.Amount | RewardNumbers.Threshold | RewardNumbers.Scope | RewardNumbers.Seconds,
        RewardKind.Rank => RewardNumbers.Amount | RewardNumbers.Place,
        RewardKind.Reuse => RewardNumbers.Rate | RewardNumbers.Cap | RewardNumbers.Share,
        RewardKind.Together => RewardNumbers.Amount | RewardNumbers.Threshold | RewardNumbers.AllAboveBaseline,
        _ => RewardNumbers.None,
    };

    /// <summary>Whether only one team can have it: an honour, and not a step that all may take.</summary>
    public static bool IsForOne(this RewardRule rule) =>
        rule.Kind is RewardKind.FirstAbove or RewardKind.Rank || (rule.Kind.Takes(RewardNumbers.Scope) && rule.Scope == RewardScope.Rule);

    public static bool Takes(this RewardKind kind, RewardNumbers number) => (Of(kind) & number) != 0;
}
