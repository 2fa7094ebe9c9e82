using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Explaining;

namespace Evaluator.Report.Findings;

/// <summary>
/// Which part of the squared error each span and type makes, by month and granularity: the mean over the case-months with events.
/// </summary>
public sealed class ErrorShares(int months)
{
    private readonly double[,,,] sums = new double[months, GranularityNames.All.Count, Spans.Count, EventTypes.Count];
    private readonly int[,] counted = new int[months, GranularityNames.All.Count];

    /// <param name="month">Index among the predicted months.</param>
    public void Add(int month, ErrorBreakdown error)
    {
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            double whole = error.MeanSquaredError(granularity);
            if (whole == 0)
                continue;
            counted[month, (int)granularity]++;
            for (int span = 0; span < Spans.Count; span++)
            {
                for (int type = 0; type < EventTypes.Count; type++)
                    sums[month, (int)granularity, span, type] += error[granularity, span, type] / whole;
            }
        }
    }

    /// <summary>A type's share of the error, over all spans; 0 to 1.</summary>
    public double OfType(int month, Granularity granularity, int type)
    {
        double sum = 0;
        for (int span = 0; span < Spans.Count; span++)
            sum += sums[month, (int)granularity, span, type];
        return Mean(sum, counted[month, (int)granularity]);
    }

    /// <summary>A span's share of the error, over all types and months; 0 to 1.</summary>
    public double OfSpan(Granularity granularity, int span)
    {
        double sum = 0;
        int cases = 0;
        for (int month = 0; month < months; month++)
        {
            cases += counted[month, (int)granularity];
            for (int type = 0; type < EventTypes.Count; type++)
                sum += sums[month, (int)granularity, span, type];
        }
        return Mean(sum, cases);
    }

    private static double Mean(double sum, int cases) => cases == 0 ? 0 : sum / cases;
}
