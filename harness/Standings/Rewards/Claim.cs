using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Standings.Rewards;

/// <summary>A submission that a rule looks at.</summary>
/// <param name="Version">The version of the rule that was valid when it was accepted.</param>
/// <param name="Value">Its released value in the rule's column.</param>
internal sealed record Claim(Submission Submission, RuleVersion Version, decimal Value)
{
    public RewardRule Rule => Version.Rule;
}
