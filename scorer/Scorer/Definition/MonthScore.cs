namespace Evaluator.Scorer.Definition;

/// <summary>What one month's prediction earned.</summary>
/// <param name="EventCount">The month's placed events, of all types.</param>
/// <param name="Rmse">The errors that the scores come from.</param>
/// <param name="Location">Score of the location granularity, 0 to 100,000.</param>
/// <param name="Street">Score of the street granularity, 0 to 100,000.</param>
/// <param name="BlockGroup">Score of the block group, 0 to 100,000.</param>
/// <param name="Score">Mean of the three: the month's score.</param>
public readonly record struct MonthScore(
    int EventCount, GranularityValues Rmse, double Location, double Street, double BlockGroup, double Score)
{
    /// <summary>
    /// From the forms of the three granularities, each summed over its sets: RMSE = sqrt(form / (175 · sets)) and
    /// score = 1 / (1e-5 + RMSE / eventCount), or 0 for a month without events (CONTEST.md, "Scoring").
    /// </summary>
    internal static MonthScore Of(ActualMonth actual, double locationForm, double streetForm, double blockGroupForm)
    {
        var rmse = new GranularityValues(
            RootMean(locationForm, actual.Layout.LocationCount),
            RootMean(streetForm, actual.Layout.StreetCount),
            RootMean(blockGroupForm, 1));
        double location = Score(actual.EventCount, rmse.Location);
        double street = Score(actual.EventCount, rmse.Street);
        double blockGroup = Score(actual.EventCount, rmse.BlockGroup);
        return new MonthScore(actual.EventCount, rmse, location, street, blockGroup, (location + street + blockGroup) / 3);

        static double RootMean(double form, double sets) => Math.Sqrt(form / (SpanWeights.Total * sets));
        static double Score(int eventCount, double rmse) => eventCount == 0 ? 0 : 1 / (1e-5 + rmse / eventCount);
    }
}
