using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Explaining;

/// <summary>
/// What knowing a part of a month beforehand would have been worth: its score had one location, or one day, been predicted exactly and all
/// else as it was. This is how the costliest ones are found. A gain can be negative: an error may make up for another in a larger set.
/// </summary>
public sealed class Hindsight
{
    private Hindsight(double[] gainByLocation, double[] gainByDay)
    {
        GainByLocation = gainByLocation;
        GainByDay = gainByDay;
    }

    /// <summary>Points the month's score would have gained, per location in prediction order.</summary>
    public IReadOnlyList<double> GainByLocation { get; }

    /// <summary>Points the month's score would have gained, per day.</summary>
    public IReadOnlyList<double> GainByDay { get; }

    /// <param name="actual">What really happened.</param>
    /// <param name="predictions">A well-formed prediction: locations x days x 4 types, no NaN.</param>
    /// <exception cref="ArgumentException">Not locations x days x 4 values.</exception>
    public static Hindsight Of(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        DifferenceRows rows = DifferenceRows.Of(actual, predictions);
        var forms = new Forms(rows);
        double score = forms.Score(actual);

        double[] byLocation = new double[rows.Location.Length];
        for (int location = 0; location < byLocation.Length; location++)
            byLocation[location] = WithoutLocation(rows, forms, location, actual) - score;
        double[] byDay = new double[actual.DayCount];
        for (int day = 0; day < byDay.Length; day++)
            byDay[day] = new Forms(rows, day).Score(actual) - score;
        return new Hindsight(byLocation, byDay);
    }

    private static double WithoutLocation(DifferenceRows rows, Forms forms, int location, ActualMonth actual)
    {
        int street = rows.Layout.StreetOfLocation[location];
        double size = rows.SizeOf(Granularity.Street, street);
        double streetForm = rows.Form(Difference(rows.Street[street], rows.Location[location])) / (size * size);
        double locations = rows.Location.Length;
        double blockGroup = rows.Form(Difference(rows.BlockGroup[0], rows.Location[location])) / (locations * locations);
        // A difference of sums can end a hair below zero.
        double locationSum = Math.Max(0, forms.Location.Sum() - forms.Location[location]);
        double streetSum = Math.Max(0, forms.Street.Sum() - forms.Street[street] + streetForm);
        return MonthScore.Of(actual, locationSum, streetSum, blockGroup).Score;
    }

    private static double[] Difference(double[] sum, double[] row)
    {
        double[] difference = new double[row.Length];
        for (int cell = 0; cell < row.Length; cell++)
            difference[cell] = sum[cell] - row[cell];
        return difference;
    }

    /// <summary>The forms of all sets, each over the square of its size.</summary>
    private sealed class Forms
    {
        private const int NoDay = -1;

        public Forms(DifferenceRows rows, int knownDay = NoDay)
        {
            Location = Of(rows, Granularity.Location, knownDay);
            Street = Of(rows, Granularity.Street, knownDay);
            BlockGroup = Of(rows, Granularity.BlockGroup, knownDay)[0];
        }

        public double[] Location { get; }

        public double[] Street { get; }

        public double BlockGroup { get; }

        public double Score(ActualMonth actual) => MonthScore.Of(actual, Location.Sum(), Street.Sum(), BlockGroup).Score;

        private static double[] Of(DifferenceRows rows, Granularity granularity, int knownDay)
        {
            double[][] sets = rows.At(granularity);
            double[] forms = new double[sets.Length];
            for (int set = 0; set < sets.Length; set++)
            {
                double size = rows.SizeOf(granularity, set);
                double[] row = knownDay == NoDay ? sets[set] : [.. sets[set]];
                if (knownDay != NoDay)
                    row.AsSpan(knownDay * EventTypes.Count, EventTypes.Count).Clear();
                forms[set] = rows.Form(row) / (size * size);
            }
            return forms;
        }
    }
}
