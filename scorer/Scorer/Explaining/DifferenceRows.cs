using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Explaining;

/// <summary>
/// Predicted minus actual, one row of days x 4 types for every set of locations, at all three granularities. What explains a score is built
/// on it; the score itself is not, so its own order of operations stays with <see cref="PlainMonthScorer"/>.
/// </summary>
internal sealed class DifferenceRows
{
    private DifferenceRows(int dayCount, BlockGroupLayout layout)
    {
        int length = new PredictionShape(layout.LocationCount, dayCount).RowLength;
        Layout = layout;
        Location = Rows(layout.LocationCount, length);
        Street = Rows(layout.StreetCount, length);
        BlockGroup = Rows(1, length);
        SpanLengths = Spans.In(dayCount);
    }

    public BlockGroupLayout Layout { get; }

    /// <summary>Rows in prediction order.</summary>
    public double[][] Location { get; }

    public double[][] Street { get; }

    /// <summary>One row.</summary>
    public double[][] BlockGroup { get; }

    /// <summary>Lengths of the windows, in days.</summary>
    public int[] SpanLengths { get; }

    /// <exception cref="ArgumentException">The prediction was not well formed.</exception>
    public static DifferenceRows Of(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        if (predictions.Length != actual.CellCount)
            throw new ArgumentException($"The month has {actual.CellCount} values; {predictions.Length} were given.", nameof(predictions));
        var rows = new DifferenceRows(actual.DayCount, actual.Layout);
        for (int location = 0; location < rows.Location.Length; location++)
        {
            double[] row = rows.Location[location];
            for (int cell = 0; cell < row.Length; cell++)
                row[cell] = ValueRange.Clamp(predictions[location * row.Length + cell]);
            foreach (ActualCell cell in actual.CellsOfLocation(location))
                row[cell.Index] -= cell.Count;
            Add(row, rows.Street[actual.Layout.StreetOfLocation[location]]);
            Add(row, rows.BlockGroup[0]);
        }
        return rows;
    }

    public double[][] At(Granularity granularity) => granularity switch
    {
        Granularity.Location => Location,
        Granularity.Street => Street,
        _ => BlockGroup,
    };

    /// <summary>How many locations a set has.</summary>
    public int SizeOf(Granularity granularity, int set) => granularity switch
    {
        Granularity.Location => 1,
        Granularity.Street => Layout.StreetStart[set + 1] - Layout.StreetStart[set],
        _ => Layout.LocationCount,
    };

    /// <summary>
    /// One type's weighted mean over the windows of one span, 35 x 5 times what it adds to MSE(S) of a set of one location.
    /// </summary>
    public static double Form(ReadOnlySpan<double> row, int type, int span)
    {
        int days = row.Length / EventTypes.Count;
        double window = 0, squares = 0;
        for (int day = 0; day < days; day++)
        {
            window += row[day * EventTypes.Count + type];
            if (day >= span)
                window -= row[(day - span) * EventTypes.Count + type];
            if (day >= span - 1)
                squares += window * window;
        }
        return EventTypes.Weights[type] * squares / ((days - span + 1) * (double)span * span);
    }

    /// <summary>The same over all types and spans.</summary>
    public double Form(ReadOnlySpan<double> row)
    {
        double form = 0;
        for (int type = 0; type < EventTypes.Count; type++)
        {
            foreach (int span in SpanLengths)
                form += Form(row, type, span);
        }
        return form;
    }

    private static double[][] Rows(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    private static void Add(double[] row, double[] sum)
    {
        for (int cell = 0; cell < row.Length; cell++)
            sum[cell] += row[cell];
    }
}
