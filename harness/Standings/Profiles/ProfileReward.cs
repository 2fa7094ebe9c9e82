namespace Evaluator.Standings.Profiles;

/// <summary>Points that stand, given to a person's team while the person was in it.</summary>
/// <param name="Title">What the rule was called; null for what an organiser gave.</param>
/// <param name="Kind">As <see cref="Challenges.RewardKind"/> names it.</param>
public sealed record ProfileReward(string Kind, int Points, DateTimeOffset At, string? Title = null);
