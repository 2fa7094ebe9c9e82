using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Explaining;
using Evaluator.Scorer.Kernel;
using Evaluator.Specs.Scorer;

namespace Evaluator.Specs.Report;

public sealed class ErrorBreakdownSpecs
{
    /// <summary>Squares of what is left where sums of doubles should cancel.</summary>
    private const double Rounding = 1e-30;

    public static TheoryData<string> GoldenCases => [.. GoldenCase.Names];

    [Theory, MemberData(nameof(GoldenCases))]
    public void The_parts_add_up_to_the_squared_error(string name)
    {
        foreach (GoldenMonth month in GoldenCase.Read(name).Months)
        {
            ErrorBreakdown parts = ErrorBreakdown.Of(month.Actual, month.Predictions);
            AssertSquare(month.Expected.Rmse.Location, parts.MeanSquaredError(Granularity.Location));
            AssertSquare(month.Expected.Rmse.Street, parts.MeanSquaredError(Granularity.Street));
            AssertSquare(month.Expected.Rmse.BlockGroup, parts.MeanSquaredError(Granularity.BlockGroup));
        }
    }

    [Fact]
    public void An_error_of_one_type_is_charged_to_that_type_alone()
    {
        ActualMonth actual = Month(new PlacedEvent(0, 3, 2));
        ErrorBreakdown parts = ErrorBreakdown.Of(actual, new double[actual.CellCount]);
        for (int span = 0; span < parts.Spans.Count; span++)
        {
            Assert.True(parts[Granularity.Street, span, 2] > 0);
            Assert.Equal(0, parts[Granularity.Street, span, 0] + parts[Granularity.Street, span, 1] + parts[Granularity.Street, span, 3]);
        }
    }

    [Fact]
    public void Knowing_the_one_location_that_was_wrong_makes_the_month_perfect()
    {
        ActualMonth actual = Month(new PlacedEvent(1, 3, 2), new PlacedEvent(1, 9, 0));
        double[] predictions = new double[actual.CellCount];
        new MonthScorer().Score(actual, predictions, out MonthScore score);
        Hindsight hindsight = Hindsight.Of(actual, predictions);
        Assert.Equal(1e5 - score.Score, hindsight.GainByLocation[1], 1e-3);
        Assert.Equal(0, hindsight.GainByLocation[0], 1e-9);
    }

    [Fact]
    public void Knowing_the_one_day_that_was_wrong_makes_the_month_perfect()
    {
        ActualMonth actual = Month(new PlacedEvent(0, 3, 2), new PlacedEvent(2, 3, 1));
        double[] predictions = new double[actual.CellCount];
        new MonthScorer().Score(actual, predictions, out MonthScore score);
        Hindsight hindsight = Hindsight.Of(actual, predictions);
        Assert.Equal(1e5 - score.Score, hindsight.GainByDay[3], 1e-3);
        Assert.Equal(0, hindsight.GainByDay[4], 1e-9);
    }

    [Theory, MemberData(nameof(GoldenCases))]
    public void A_gain_is_what_the_scorer_says_of_the_corrected_prediction(string name)
    {
        GoldenMonth month = GoldenCase.Read(name).Months[0];
        double[] counts = ActualCounts.Of(month.Actual), corrected = [.. month.Predictions];
        int length = month.Actual.RowLength;
        // Above ten events no prediction is exact: it counts as ten.
        int last = Enumerable.Range(0, month.Actual.Layout.LocationCount)
            .LastOrDefault(location => counts.AsSpan(location * length, length).IndexOfAnyExceptInRange(0, 10) < 0, -1);
        Assert.SkipWhen(last < 0, "every location of this case has more than ten events of a type on some day");
        Array.Copy(counts, last * length, corrected, last * length, length);
        new MonthScorer().Score(month.Actual, corrected, out MonthScore after);
        double expected = after.Score - month.Expected.Score;
        Assert.Equal(expected, Hindsight.Of(month.Actual, month.Predictions).GainByLocation[last],
            Math.Max(1e-6, Math.Abs(expected) * 1e-6));
    }

    private static ActualMonth Month(params PlacedEvent[] events) => new(new BlockGroupLayout([7, 7, 8]), 30, events);

    private static void AssertSquare(double rmse, double meanSquaredError) =>
        Assert.Equal(rmse * rmse, meanSquaredError, 1e-9 * rmse * rmse + Rounding);
}
