using Evaluator.Challenges;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>A reward rule, new or a new version; an ended one pays nothing for submissions from now on.</summary>
public sealed record RuleSet(RewardRule Rule, bool Ended) : EntryBody;
