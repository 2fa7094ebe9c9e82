using Evaluator.Challenges;

namespace Evaluator.Standings.Contests;

/// <summary>A version of a reward rule, valid for submissions after its entry.</summary>
public sealed record RuleVersion(RewardRule Rule, bool Ended, long Seq);
