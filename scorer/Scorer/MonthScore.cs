namespace Evaluator.Scorer;

/// <summary>What one month's prediction earned.</summary>
/// <param name="EventCount">The month's placed events, of all types.</param>
/// <param name="Rmse">The errors that the scores come from.</param>
/// <param name="Location">Score of the location granularity, 0 to 100,000.</param>
/// <param name="Street">Score of the street granularity, 0 to 100,000.</param>
/// <param name="BlockGroup">Score of the block group, 0 to 100,000.</param>
/// <param name="Score">Mean of the three: the month's score.</param>
public readonly record struct MonthScore(
    int EventCount, MonthErrors Rmse, double Location, double Street, double BlockGroup, double Score)
{
    /// <summary>score = 1 / (1e-5 + RMSE / eventCount), or 0 for a month without events (contest.md, "Scoring").</summary>
    internal static MonthScore Of(int eventCount, MonthErrors rmse)
    {
        double location = Of(eventCount, rmse.Location);
        double street = Of(eventCount, rmse.Street);
        double blockGroup = Of(eventCount, rmse.BlockGroup);
        return new MonthScore(eventCount, rmse, location, street, blockGroup, (location + street + blockGroup) / 3);
    }

    private static double Of(int eventCount, double rmse) => eventCount == 0 ? 0 : 1 / (1e-5 + rmse / eventCount);
}
