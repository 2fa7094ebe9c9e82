using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Explaining;

/// <summary>
/// Where one month's error comes from. The mean squared error of a granularity is a plain sum over spans and types, so it splits without a
/// rest: the parts of a granularity add up to the square of its RMSE.
/// </summary>
public sealed class ErrorBreakdown
{
    private readonly double[,,] parts;

    private ErrorBreakdown(double[,,] parts, IReadOnlyList<int> spans)
    {
        this.parts = parts;
        Spans = spans;
    }

    /// <summary>Lengths of the windows in days: 1, 3, 7, 14 and the month.</summary>
    public IReadOnlyList<int> Spans { get; }

    /// <summary>What one span (by its index) and one type (0 to 3) add to a granularity's mean squared error.</summary>
    public double this[Granularity granularity, int span, int type] => parts[(int)granularity, span, type];

    /// <summary>The square of the granularity's RMSE.</summary>
    public double MeanSquaredError(Granularity granularity)
    {
        double sum = 0;
        for (int span = 0; span < Spans.Count; span++)
        {
            for (int type = 0; type < EventTypes.Count; type++)
                sum += this[granularity, span, type];
        }
        return sum;
    }

    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">A well-formed prediction: locations x days x 4 types, no NaN.</param>
    /// <exception cref="ArgumentException">Not locations x days x 4 values.</exception>
    public static ErrorBreakdown Of(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        DifferenceRows rows = DifferenceRows.Of(actual, predictions);
        double[,,] parts = new double[3, rows.SpanLengths.Length, EventTypes.Count];
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            double[][] sets = rows.At(granularity);
            for (int set = 0; set < sets.Length; set++)
            {
                double size = rows.SizeOf(granularity, set);
                double share = 1 / (size * size * SpanWeights.Total * sets.Length);
                for (int span = 0; span < rows.SpanLengths.Length; span++)
                {
                    for (int type = 0; type < EventTypes.Count; type++)
                        parts[(int)granularity, span, type] += share * DifferenceRows.Form(sets[set], type, rows.SpanLengths[span]);
                }
            }
        }
        return new ErrorBreakdown(parts, rows.SpanLengths);
    }
}
