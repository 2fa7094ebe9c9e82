using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Scorer;

/// <summary>
/// The formula of CONTEST.md, "Scoring", as it stands there: every window of every set summed anew, and x = predicted - actual, with the
/// prediction clamped, taken wherever the formula names it. Slow, and obviously right.
/// </summary>
/// <param name="streetOfLocation">For each location, its street.</param>
/// <param name="days">Days of the month.</param>
/// <param name="predictions">Locations x days x 4 types.</param>
/// <param name="actual">Events, in the same places.</param>
internal sealed class LiteralScorer(int[] streetOfLocation, int days, double[] predictions, int[] actual)
{
    private static readonly double[] Weights = [8, 6, 20, 1];

    public GranularityValues Errors()
    {
        int[] all = [.. Enumerable.Range(0, streetOfLocation.Length)];
        return new GranularityValues(
            Rmse(all.Select(location => new[] { location })),
            Rmse(all.GroupBy(location => streetOfLocation[location]).Select(street => street.ToArray())),
            Rmse([all]));
    }

    private double Rmse(IEnumerable<int[]> sets) => Math.Sqrt(sets.Select(Mse).Average());

    private double Mse(int[] set)
    {
        double error = 0;
        for (int type = 0; type < 4; type++)
        {
            foreach (int span in (int[])[1, 3, 7, 14, days])
            {
                int windows = days - span + 1;
                for (int window = 0; window < windows; window++)
                {
                    double sum = 0;
                    foreach (int location in set)
                    {
                        for (int day = window; day < window + span; day++)
                            sum += X(location, day, type);
                    }
                    double mean = sum / (set.Length * span);
                    error += mean * mean * Weights[type] / windows;
                }
            }
        }
        return error / (35 * 5);
    }

    private double X(int location, int day, int type)
    {
        int cell = (location * days + day) * 4 + type;
        return Math.Min(Math.Max(predictions[cell], 0), 10) - actual[cell];
    }
}
