using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed class MonthSpecs
{
    private static readonly BlockGroupLayout TwoStreets = new([7, 7, -3]);

    [Fact]
    public void Streets_are_numbered_by_first_appearance()
    {
        var layout = new BlockGroupLayout([9, 4, 9, 4, 1]);
        Assert.Equal(5, layout.LocationCount);
        Assert.Equal(3, layout.StreetCount);
        Assert.Equal([0, 1, 0, 1, 2], layout.StreetOfLocation.ToArray());
        Assert.Equal([0, 2, 1, 3, 4], layout.LocationsByStreet.ToArray());
        Assert.Equal([0, 2, 4, 5], layout.StreetStart.ToArray());
    }

    [Fact]
    public void A_block_group_without_locations_is_refused() => Assert.Throws<ArgumentException>(() => new BlockGroupLayout([]));

    [Theory]
    [InlineData(3, 0, 0), InlineData(-1, 0, 0), InlineData(0, 30, 0), InlineData(0, -1, 0), InlineData(0, 0, 4), InlineData(0, 0, -1)]
    public void An_event_out_of_range_is_refused(int location, int day, int type) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActualMonth(TwoStreets, 30, [new PlacedEvent(location, day, type)]));

    [Theory, InlineData(27), InlineData(32)]
    public void A_month_has_28_to_31_days(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActualMonth(TwoStreets, days, []));

    [Theory, InlineData(-1), InlineData(1)]
    public void A_prediction_of_the_wrong_length_is_not_scored(int difference)
    {
        var actual = new ActualMonth(TwoStreets, 30, []);
        Assert.Equal(360, actual.CellCount);
        PredictionFormat format = new MonthScorer().Score(actual, new double[actual.CellCount + difference], out MonthScore score);
        Assert.Equal(PredictionFormat.WrongLength, format);
        Assert.Equal(default, score);
    }

    [Fact]
    public void A_month_without_events_scores_nothing_even_when_it_is_predicted()
    {
        var actual = new ActualMonth(TwoStreets, 31, []);
        Assert.Equal(PredictionFormat.WellFormed, new MonthScorer().Score(actual, new double[actual.CellCount], out MonthScore score));
        Assert.Equal(default, score);
    }

    [Fact]
    public void A_perfect_prediction_scores_a_hundred_thousand()
    {
        var actual = new ActualMonth(TwoStreets, 28, [new(1, 27, 3), new(1, 27, 3), new(0, 0, 0)]);
        double[] predictions = new double[actual.CellCount];
        predictions[^(actual.RowLength + 1)] = 2;
        predictions[0] = 1;
        Assert.Equal(PredictionFormat.WellFormed, new MonthScorer().Score(actual, predictions, out MonthScore score));
        Assert.Equal(3, score.EventCount);
        Assert.Equal(1 / 1e-5, score.Score);
    }

    [Fact]
    public void A_case_is_the_mean_of_its_months_in_their_order() =>
        Assert.Equal((((0.1 + 0.2) + 0.3) + 0.4) / 4, CaseScore.Of(0.1, 0.2, 0.3, 0.4));

    [Fact]
    public void The_overall_score_is_summed_from_left_to_right() =>
        Assert.Equal(((1e16 + 1) + -1e16) / 3, CaseScore.Overall([1e16, 1, -1e16]));

    [Fact]
    public void No_case_has_no_mean() => Assert.Throws<ArgumentException>(() => CaseScore.Overall([]));
}
