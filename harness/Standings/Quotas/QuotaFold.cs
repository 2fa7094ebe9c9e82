using System.Globalization;
using Evaluator.Standings.Contests;

namespace Evaluator.Standings.Quotas;

/// <summary>
/// Quotas are a fold of the log too, so that a restart, a second web process or a lost cache gives nobody a submission more.
/// </summary>
public static class QuotaFold
{
    /// <param name="now">The board's time of receipt; a day is its UTC day.</param>
    public static Allowance Of(Contest contest, string team, string phase, DateTimeOffset now)
    {
        ContestPhase? known = contest.Phase(phase);
        Challenges.Quotas limits = known?.Settings.Quotas ?? Challenges.Quotas.None;
        int scoredToday = 0, scored = 0, attemptedToday = 0, attempted = 0, inFlight = 0;
        DateTime today = now.UtcDateTime.Date;
        foreach (Submission submission in known?.SubmissionsOf(team) ?? [])
        {
            Charge charge = Charge.Of(submission);
            scored += charge.Scored;
            attempted += charge.Attempted;
            inFlight += charge.InFlight;
            if (submission.At.UtcDateTime.Date != today)
                continue;
            scoredToday += charge.Scored;
            attemptedToday += charge.Attempted;
        }
        (string? refusal, bool isDaily) =
            inFlight >= limits.InFlight ? ($"{Count(inFlight)} already waiting or being evaluated; {limits.InFlight} at most may", false)
            : scored >= limits.ScoredInTotal ? ($"all {limits.ScoredInTotal} submissions of this phase are used", false)
            : attempted >= limits.AttemptedInTotal ? ($"all {limits.AttemptedInTotal} attempts of this phase are used", false)
            : scoredToday >= limits.ScoredADay ? ($"all {limits.ScoredADay} submissions of today are used", true)
            : attemptedToday >= limits.AttemptedADay ? ($"all {limits.AttemptedADay} attempts of today are used", true)
            : (null, false);
        return new Allowance(
            refusal, isDaily ? new DateTimeOffset(today.AddDays(1), TimeSpan.Zero) : null, scoredToday, scored, attemptedToday, attempted,
                inFlight, limits);
    }

    private static string Count(int count) =>
        count == 1 ? "one submission is" : count.ToString(CultureInfo.InvariantCulture) + " submissions are";
}
