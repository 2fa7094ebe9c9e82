namespace Evaluator.Scorer;

/// <summary>
/// Where a month's error comes from: each granularity's mean squared error by span and event type, and what each location and each
/// day cost. For explanations, not for the score: sums are in an order of their own, and their last bits are not official.
/// </summary>
public sealed class ErrorBreakdown
{
    private static readonly double[] TypeWeights = [8, 6, 20, 1];

    private ErrorBreakdown(ErrorShare[] shares, double[] costOfLocation, double[] costOfDay)
    {
        Shares = shares;
        CostOfLocation = costOfLocation;
        CostOfDay = costOfDay;
    }

    /// <summary>3 granularities x 5 spans x 4 types, in this order.</summary>
    public IReadOnlyList<ErrorShare> Shares { get; }

    /// <summary>
    /// Each location's share of the location granularity's mean squared error, all spans and types, in prediction order.
    /// </summary>
    public IReadOnlyList<double> CostOfLocation { get; }

    /// <summary>Each day's share of the same error in windows of one day, the only ones that belong to one day.</summary>
    public IReadOnlyList<double> CostOfDay { get; }

    /// <summary>Takes a month apart.</summary>
    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">A well-formed prediction, as <see cref="MonthScorer.Score"/> takes it.</param>
    /// <exception cref="ArgumentException">The prediction has the wrong length or holds a NaN; only scored ones can be explained.</exception>
    public static ErrorBreakdown Of(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        PredictionFormat format = PlainMonthScorer.Score(actual, predictions, out _);
        if (format != PredictionFormat.WellFormed)
            throw new ArgumentException($"Only a well-formed prediction can be explained; this one is {format}.", nameof(predictions));

        BlockGroupLayout layout = actual.Layout;
        double[][] locationRows = PlainMonthScorer.DifferenceRows(actual, predictions);
        double[][] streetRows = PlainMonthScorer.SumByStreet(locationRows, layout);
        double[][] blockGroupRow = [PlainMonthScorer.Sum(streetRows)];
        int[] streetSizes = [.. Enumerable.Range(0, layout.StreetCount).Select(street => layout.StreetStart[street + 1] - layout.StreetStart[street])];
        ErrorShare[] shares =
        [
            .. SharesOf(Granularity.Location, locationRows, [.. Enumerable.Repeat(1, layout.LocationCount)], actual.DayCount),
            .. SharesOf(Granularity.Street, streetRows, streetSizes, actual.DayCount),
            .. SharesOf(Granularity.BlockGroup, blockGroupRow, [layout.LocationCount], actual.DayCount),
        ];
        return new ErrorBreakdown(shares, CostsOfLocations(actual, locationRows), CostsOfDays(actual, locationRows));
    }

    private static IEnumerable<ErrorShare> SharesOf(Granularity granularity, double[][] rows, int[] sizes, int days) =>
        from span in Spans(days)
        from type in Enumerable.Range(0, SpanWeights.Types)
        select new ErrorShare(granularity, span, type,
            rows.Zip(sizes, (row, size) => Error(row, size, days, span, type)).Sum() / rows.Length);

    private static double[] CostsOfLocations(ActualMonth actual, double[][] rows)
    {
        var costs = new double[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            foreach (int span in Spans(actual.DayCount))
            {
                for (int type = 0; type < SpanWeights.Types; type++)
                    costs[actual.Layout.LocationsByStreet[place]] += Error(rows[place], 1, actual.DayCount, span, type) / rows.Length;
            }
        }
        return costs;
    }

    private static double[] CostsOfDays(ActualMonth actual, double[][] rows)
    {
        var costs = new double[actual.DayCount];
        foreach (double[] row in rows)
        {
            for (int cell = 0; cell < row.Length; cell++)
                costs[cell / SpanWeights.Types] += row[cell] * row[cell] * TypeWeights[cell % SpanWeights.Types];
        }
        for (int day = 0; day < costs.Length; day++)
            costs[day] /= SpanWeights.Total * actual.DayCount * rows.Length;
        return costs;
    }

    /// <summary>Σ_windows [window sum / (|S|·t)]² · w / N(t) / 175, of one set, span and type.</summary>
    private static double Error(double[] row, int size, int days, int span, int type)
    {
        double squares = 0;
        for (int first = 0; first + span <= days; first++)
        {
            double sum = 0;
            for (int day = first; day < first + span; day++)
                sum += row[day * SpanWeights.Types + type];
            squares += sum / size * (sum / size);
        }
        return squares * TypeWeights[type] / ((double)span * span * (days - span + 1) * SpanWeights.Total);
    }

    private static int[] Spans(int days) => [1, 3, 7, 14, days];
}
