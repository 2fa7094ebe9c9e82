using Evaluator.Scorer;

namespace Evaluator.Specs.Scorer;

/// <summary>
/// The formula of contest.md, "Scoring", as it stands there: every window of every set summed anew. Slow, and obviously right.
/// </summary>
internal static class LiteralScorer
{
    private static readonly double[] Weights = [8, 6, 20, 1];

    public static MonthErrors Errors(int[] streetOfLocation, int days, double[] predictions, int[] actual)
    {
        double[] difference = new double[predictions.Length];
        for (int cell = 0; cell < difference.Length; cell++)
            difference[cell] = Math.Min(Math.Max(predictions[cell], 0), 10) - actual[cell];
        int[] all = [.. Enumerable.Range(0, streetOfLocation.Length)];
        return new MonthErrors(
            Rmse(all.Select(location => new[] { location }), days, difference),
            Rmse(all.GroupBy(location => streetOfLocation[location]).Select(street => street.ToArray()), days, difference),
            Rmse([all], days, difference));
    }

    private static double Rmse(IEnumerable<int[]> sets, int days, double[] difference) =>
        Math.Sqrt(sets.Select(set => Mse(set, days, difference)).Average());

    private static double Mse(int[] set, int days, double[] difference)
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
                            sum += difference[(location * days + day) * 4 + type];
                    }
                    double mean = sum / (set.Length * span);
                    error += mean * mean * Weights[type] / windows;
                }
            }
        }
        return error / (35 * 5);
    }
}
