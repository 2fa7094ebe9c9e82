namespace Evaluator.Report.Findings;

/// <summary>
/// Predicted against actual counts at one resolution and of one type, in bins of the predicted count: eight a decade. Bins add up, so cases
/// can be gathered one by one.
/// </summary>
public sealed class Calibration
{
    private const int PerDecade = 8, LowestDecade = -5, Decades = 9;

    /// <summary>A point needs so many events that its height is known to some 30 %.</summary>
    private const int FewestEvents = 10;

    private readonly double[] predicted = new double[Decades * PerDecade];
    private readonly double[] actual = new double[Decades * PerDecade];
    private readonly int[] count = new int[Decades * PerDecade];

    public double Predicted => predicted.Sum();

    public double Actual => actual.Sum();

    public void Add(double expected, double happened)
    {
        int bin = BinOf(expected);
        predicted[bin] += expected;
        actual[bin] += happened;
        count[bin]++;
    }

    /// <summary>
    /// Mean predicted and mean actual count, in ascending order; neighbouring bins are joined until they have enough events.
    /// </summary>
    public IReadOnlyList<(double Predicted, double Actual)> Points()
    {
        var points = new List<(double, double)>();
        double expected = 0, happened = 0;
        int members = 0;
        for (int bin = 0; bin < count.Length; bin++)
        {
            expected += predicted[bin];
            happened += actual[bin];
            members += count[bin];
            if (happened < FewestEvents || expected == 0)
                continue;
            points.Add((expected / members, happened / members));
            (expected, happened, members) = (0, 0, 0);
        }
        return points;
    }

    /// <summary>Everything below the lowest decade, zero included, goes into the first bin.</summary>
    private static int BinOf(double expected) =>
        expected <= 0 ? 0 : Math.Clamp((int)Math.Floor((Math.Log10(expected) - LowestDecade) * PerDecade), 0, Decades * PerDecade - 1);
}
