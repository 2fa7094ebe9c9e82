using CsCheck;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed class AccuracySpecs
{
    [Fact]
    public void The_definition_is_the_literal_formula() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Int[28, 31]).Sample(sample =>
        {
            Sample(sample.Item1, sample.Item2, sample.Item3, out int[] streets, out double[] predictions, out int[] actual);
            GranularityValues literal = new LiteralScorer(streets, sample.Item3, predictions, actual).Errors();
            AssertClose(literal, Errors(streets, sample.Item3, predictions, actual), 1e-12);
        }, iter: 100, threads: 2);

    [Fact]
    public void The_definition_is_exact_arithmetic_but_for_the_last_bits() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 20], Gen.Int[28, 31]).Sample(sample =>
        {
            Sample(sample.Item1, sample.Item2, sample.Item3, out int[] streets, out double[] predictions, out int[] actual);
            GranularityValues exact = ExactScorer.Errors(streets, sample.Item3, predictions, actual);
            AssertClose(exact, Errors(streets, sample.Item3, predictions, actual), 2e-15);
        }, iter: 20, threads: 2);

    /// <summary>
    /// n locations of one street predict 1/n against one event: the street's sum cancels to the rounding errors of its parts,
    /// so the computed error is noise. What it does to the score is bounded by the 1e-5 that the formula adds.
    /// </summary>
    [Fact]
    public void Predictions_that_cancel_on_a_street_move_the_score_by_less_than_1e_12()
    {
        for (int locations = 1; locations <= 300; locations++)
        {
            const int days = 30;
            int[] actual = new int[locations * days * 4];
            double[] predictions = new double[actual.Length];
            actual[locations / 2 * days * 4] = 1;
            for (int location = 0; location < locations; location++)
                predictions[location * days * 4] = 1.0 / locations;
            MonthScore score = Score(new int[locations], days, predictions, actual);
            GranularityValues exact = ExactErrors(locations, 1.0 / locations, days);
            AssertWithin(1 / (1e-5 + exact.Street), score.Street, 1e-12);
            AssertWithin(1 / (1e-5 + exact.BlockGroup), score.BlockGroup, 1e-12);
        }
    }

    /// <summary>All spans see the one cell's sum s: day 0 is in one window of each. s = n·fl(1/n) − 1, exactly, by FMA.</summary>
    private static GranularityValues ExactErrors(int n, double share, int days)
    {
        double s = Math.FusedMultiplyAdd(share, n, -1) / n;
        double form = 0;
        foreach (int span in (int[])[1, 3, 7, 14, days])
            form += 8 * s / span * (s / span) / (days - span + 1);
        double rmse = Math.Sqrt(form / 175);
        return new GranularityValues(double.NaN, rmse, rmse);
    }

    private static void Sample(int seed, int locations, int days, out int[] streets, out double[] predictions, out int[] actual)
    {
        var random = new Random(seed);
        streets = new int[locations];
        foreach (ref int street in streets.AsSpan())
            street = random.Next(1 + locations / 3);
        predictions = new double[locations * days * 4];
        actual = new int[predictions.Length];
        foreach (ref double prediction in predictions.AsSpan())
            prediction = Math.Round(random.NextDouble() * (1L << 40)) / (1L << 40); // a multiple of 2^-40, as ExactScorer needs
        foreach (ref int count in actual.AsSpan())
            count = random.Next(50) == 0 ? random.Next(1, 4) : 0;
    }

    private static GranularityValues Errors(int[] streets, int days, double[] predictions, int[] actual) =>
        Score(streets, days, predictions, actual).Rmse;

    private static MonthScore Score(int[] streets, int days, double[] predictions, int[] actual)
    {
        var events = new List<PlacedEvent>();
        for (int cell = 0; cell < actual.Length; cell++)
        {
            for (int copy = 0; copy < actual[cell]; copy++)
                events.Add(new PlacedEvent(cell / (days * 4), cell / 4 % days, cell % 4));
        }
        var month = new ActualMonth(new BlockGroupLayout(streets), days, [.. events]);
        Assert.Equal(PredictionFormat.WellFormed, new MonthScorer().Score(month, predictions, out MonthScore score));
        return score;
    }

    private static void AssertClose(GranularityValues expected, GranularityValues actual, double tolerance)
    {
        AssertWithin(expected.Location, actual.Location, tolerance);
        AssertWithin(expected.Street, actual.Street, tolerance);
        AssertWithin(expected.BlockGroup, actual.BlockGroup, tolerance);
    }

    private static void AssertWithin(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * expected,
            $"expected {expected:R}, was {actual:R}, off by {Math.Abs(actual - expected) / expected:E1}");
}
