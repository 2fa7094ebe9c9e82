using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Rewards;

/// <summary>
/// When two awards are the same one: the same thing, paid to the same team, for the same submission, by the same version of the rule.
/// </summary>
internal readonly record struct AwardIdentity(string Id, long RuleVersion, string Team, string? Submission, int Points)
{
    public static AwardIdentity Of(Award award) => new(award.Id, award.RuleVersion, award.Team, award.Submission, award.Points);
}
