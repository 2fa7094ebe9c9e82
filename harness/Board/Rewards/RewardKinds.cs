using Evaluator.Challenges;

namespace Evaluator.Board.Rewards;

/// <summary>The kinds of reward as an organiser chooses among them.</summary>
internal static class RewardKinds
{
    public static string Say(RewardKind kind) => kind switch
    {
        RewardKind.FirstAbove => "the first at a threshold",
        RewardKind.TeamAbove => "each team at a threshold",
        RewardKind.ImprovementOverBest => "improvement over the best so far",
        RewardKind.SingleModel => "a threshold with a single model",
        RewardKind.LimitedHardware => "a threshold on limited hardware",
        RewardKind.TimeUnder => "a threshold in little time",
        RewardKind.Rank => "a place at the close",
        RewardKind.Reuse => "reuse: a share for the parent",
        RewardKind.Together => "together: a pot for all",
        _ => "given by an organiser",
    };
}
