using Evaluator.Scorer;

namespace Evaluator.Report.Findings;

/// <summary>Which part of the squared error each span and type makes, by month and granularity: the mean over the case-months with events.</summary>
public sealed class ErrorShares(int months)
{
    private const int Granularities = 3, Spans = 5, Types = Explaining.EventTypes.Count;

    private readonly double[,,,] sums = new double[months, Granularities, Spans, Types];
    private readonly int[,] counted = new int[months, Granularities];

    /// <param name="month">Index among the predicted months.</param>
    public void Add(int month, ErrorBreakdown error)
    {
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            double whole = error.MeanSquaredError(granularity);
            if (whole == 0)
                continue;
            counted[month, (int)granularity]++;
            for (int span = 0; span < Spans; span++)
            {
                for (int type = 0; type < Types; type++)
                    sums[month, (int)granularity, span, type] += error[granularity, span, type] / whole;
            }
        }
    }

    /// <summary>A type's share of the error, over all spans; 0 to 1.</summary>
    public double OfType(int month, Granularity granularity, int type)
    {
        double sum = 0;
        for (int span = 0; span < Spans; span++)
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
            for (int type = 0; type < Types; type++)
                sum += sums[month, (int)granularity, span, type];
        }
        return Mean(sum, cases);
    }

    private static double Mean(double sum, int cases) => cases == 0 ? 0 : sum / cases;
}
