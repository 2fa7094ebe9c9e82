using Evaluator.Challenges;

namespace Evaluator.Standings.Quotas;

/// <summary>Whether a team may hand in now, and what it has used.</summary>
/// <param name="Refusal">Why not, in words for the team; null where it may.</param>
/// <param name="FreeAgain">When a daily limit is free again; null where that is not what hinders.</param>
public sealed record Allowance(
    string? Refusal, DateTimeOffset? FreeAgain, int ScoredToday, int ScoredInTotal, int AttemptedToday, int AttemptedInTotal, int InFlight,
    Challenges.Quotas Limits)
{
    public bool MayHandIn => Refusal is null;
}
