namespace Evaluator.Scorer.Definition;

/// <summary>
/// The definition of the score, written to be read. Its bits are the official bits: the kernels do the same
/// operations in the same order, only more of them at a time.
/// </summary>
/// <remarks>
/// The mean squared error of a set S of locations (CONTEST.md, "Scoring") is form(S) / (175·|S|²), where
///
///     form(S) = Σ_types w · Σ_spans 1/(N(t)·t²) · Σ_windows (window sum of predicted − actual)²
///
/// So three levels of rows are weighed alike: one row of differences per location; one per street, the sum of its
/// locations' rows; and one for the block group, the sum of the streets' rows. Every order of addition below is
/// part of the definition: locations street by street, streets by number, days in order, the four types apart until the end.
/// A product that is added is added fused, rounded once: IEEE 754 defines that exactly, so a machine without the instruction gives the
/// same bits, only slowly.
/// </remarks>
public static class PlainMonthScorer
{
    /// <summary>Scores one month's prediction.</summary>
    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">
    /// Expected events, locations x days x 4 types (<see cref="PredictionShape"/>). Values below 0 count as 0, above 10 as 10, infinities
    /// included.
    /// </param>
    /// <param name="score">The score if the prediction is well formed, else the default.</param>
    /// <returns>Whether the prediction could be scored. Never throws for what a predictor did.</returns>
    public static PredictionFormat Score(ActualMonth actual, ReadOnlySpan<double> predictions, out MonthScore score)
    {
        score = default;
        if (predictions.Length != actual.CellCount)
            return PredictionFormat.WrongLength;
        foreach (double prediction in predictions)
        {
            if (double.IsNaN(prediction))
                return PredictionFormat.NotANumber;
        }

        BlockGroupLayout layout = actual.Layout;
        double[][] locationRows = DifferenceRows(actual, predictions);
        double[][] streetRows = SumByStreet(locationRows, layout);
        double[][] blockGroupRow = [Sum(streetRows)];

        double[] memberCounts = new double[layout.StreetCount];
        for (int street = 0; street < layout.StreetCount; street++)
            memberCounts[street] = layout.StreetStart[street + 1] - layout.StreetStart[street];

        score = MonthScore.Of(actual,
            FormOfRows(locationRows, null, actual.Weights),
            FormOfRows(streetRows, memberCounts, actual.Weights),
            FormOfRows(blockGroupRow, [layout.LocationCount], actual.Weights));
        return PredictionFormat.WellFormed;
    }

    /// <summary>One row of days x 4 differences, predicted − actual, per location: street by street.</summary>
    internal static double[][] DifferenceRows(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        double[][] rows = new double[actual.Layout.LocationCount][];
        for (int place = 0; place < rows.Length; place++)
        {
            int location = actual.Layout.LocationsByStreet[place];
            double[] row = predictions.Slice(location * actual.RowLength, actual.RowLength).ToArray();
            for (int cell = 0; cell < row.Length; cell++)
                row[cell] = ValueRange.Clamp(row[cell]);
            foreach (ActualCell cell in actual.CellsOf(place, place + 1))
                row[cell.Index] -= cell.Count;
            rows[place] = row;
        }
        return rows;
    }

    /// <summary>One row per street: the sum of its members' rows, in order.</summary>
    internal static double[][] SumByStreet(double[][] locationRows, BlockGroupLayout layout)
    {
        double[][] rows = new double[layout.StreetCount][];
        for (int street = 0; street < rows.Length; street++)
            rows[street] = Sum(locationRows.AsSpan(layout.StreetStart[street]..layout.StreetStart[street + 1]));
        return rows;
    }

    /// <summary>The elementwise sum of rows, first row first.</summary>
    internal static double[] Sum(ReadOnlySpan<double[]> rows)
    {
        double[] sum = [.. rows[0]];
        foreach (double[] row in rows[1..])
        {
            for (int cell = 0; cell < sum.Length; cell++)
                sum[cell] += row[cell];
        }
        return sum;
    }

    /// <summary>Σ form / |S|² over the rows of one level, types weighted. Without member counts each row is one location.</summary>
    private static double FormOfRows(double[][] rows, double[]? memberCounts, in SpanWeights weights)
    {
        Span<double> total = stackalloc double[EventTypes.Count];
        for (int index = 0; index < rows.Length; index++)
        {
            for (int type = 0; type < EventTypes.Count; type++)
            {
                double form = FormOfType(rows[index], type, weights);
                total[type] += memberCounts is null ? form : form / (memberCounts[index] * memberCounts[index]);
            }
        }
        return EventTypes.Weigh(total[0], total[1], total[2], total[3]);
    }

    /// <summary>Σ_spans weight · Σ_windows (window sum)², for one row and one type.</summary>
    private static double FormOfType(double[] row, int type, in SpanWeights weights)
    {
        int days = row.Length / EventTypes.Count;
        Span<double> before = stackalloc double[days + 1]; // before[d]: the sum of all days before day d
        Span<double> week = stackalloc double[days];       // week[d]: the sum of the seven days that end with day d
        // Two sums, one of what ends on the even days of its week and one of the odd: each waits for itself half as often.
        Span<double> ones = [0, 0], threes = [0, 0];
        double firstWeeks = 0, weeks = 0, lastWeeks = 0, products = 0;

        for (int day = 0; day < days; day++)
        {
            int half = day % 7 % 2;
            double difference = row[day * EventTypes.Count + type];
            before[day + 1] = before[day] + difference;
            ones[half] = Fused(difference, difference, ones[half]);
            if (day < 2)
                continue;
            double three = before[day + 1] - before[day - 2];
            threes[half] = Fused(three, three, threes[half]);
            if (day < 6)
                continue;
            week[day] = before[day + 1] - before[day - 6];
            if (day < 13)
            {
                firstWeeks = Fused(week[day], week[day], firstWeeks);
                continue;
            }
            weeks = Fused(week[day], week[day], weeks);
            products = Fused(week[day - 7], week[day], products);
        }
        // By weekday: those that end on the first day of a week of the month, wherever the month ends, come first.
        for (int weekday = 0; weekday < 7; weekday++)
        {
            double last = week[days - 1 - (days - 1 - weekday) % 7];
            lastWeeks = Fused(last, last, lastWeeks);
        }
        double sevens = firstWeeks + weeks;
        // A fortnight is two weeks a and b, (a + b)² = a² + b² + 2ab, and the squares have been summed already: a is any week but the
        // last seven, b any but the first seven.
        double fourteens = ((sevens - lastWeeks) + weeks) + (products + products);
        double month = before[days] * before[days];
        double form = (ones[0] + ones[1]) * weights.OneDay;
        form = Fused(threes[0] + threes[1], weights.ThreeDays, form);
        form = Fused(sevens, weights.Week, form);
        form = Fused(fourteens, weights.Fortnight, form);
        return Fused(month, weights.Month, form);
    }

    private static double Fused(double left, double right, double addend) => Math.FusedMultiplyAdd(left, right, addend);
}
