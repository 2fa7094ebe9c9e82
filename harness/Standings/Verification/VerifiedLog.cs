using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;

namespace Evaluator.Standings.Verification;

/// <summary>An exported log with what was checked of it.</summary>
/// <param name="Last">The last sound entry; null where there is none.</param>
/// <param name="Contest">The contest as the sound entries tell it, with all seals that are open.</param>
public sealed record VerifiedLog(Entry? Last, Contest Contest, IReadOnlyList<Check> Checks)
{
    /// <summary>Nothing was found wrong. What can't be checked is nothing wrong.</summary>
    public bool Holds => Checks.All(check => check.Verdict != CheckVerdict.DoesNotHold);
}
