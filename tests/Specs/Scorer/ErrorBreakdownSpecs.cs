using Evaluator.Scorer;

namespace Evaluator.Specs.Scorer;

public sealed class ErrorBreakdownSpecs
{
    private static readonly SampleMonth Month = SampleMonth.Make(11, 23, 31, SampleValues.AroundTheRange);
    private static readonly ErrorBreakdown Breakdown = ErrorBreakdown.Of(Month.Actual, Month.Predictions);

    [Fact]
    public void The_shares_of_a_granularity_add_up_to_its_squared_error()
    {
        new MonthScorer().Score(Month.Actual, Month.Predictions, out MonthScore score);
        AssertClose(score.Rmse.Location * score.Rmse.Location, Sum(Granularity.Location));
        AssertClose(score.Rmse.Street * score.Rmse.Street, Sum(Granularity.Street));
        AssertClose(score.Rmse.BlockGroup * score.Rmse.BlockGroup, Sum(Granularity.BlockGroup));
        Assert.Equal(60, Breakdown.Shares.Count);
    }

    [Fact]
    public void Locations_cost_all_of_the_location_error() =>
        AssertClose(Sum(Granularity.Location), Breakdown.CostOfLocation.Sum());

    [Fact]
    public void Days_cost_the_part_of_it_that_is_in_windows_of_one_day() => AssertClose(
        Breakdown.Shares.Where(share => share is { Granularity: Granularity.Location, SpanDays: 1 }).Sum(share => share.MeanSquaredError),
        Breakdown.CostOfDay.Sum());

    [Fact]
    public void A_missed_event_is_charged_to_its_location_its_day_and_its_type()
    {
        var actual = new ActualMonth(new BlockGroupLayout([5, 6, 5]), 30, [new PlacedEvent(2, 14, 2)]);
        ErrorBreakdown breakdown = ErrorBreakdown.Of(actual, new double[actual.CellCount]);
        Assert.Equal([2], Enumerable.Range(0, 3).Where(location => breakdown.CostOfLocation[location] > 0));
        Assert.Equal([14], Enumerable.Range(0, 30).Where(day => breakdown.CostOfDay[day] > 0));
        Assert.All(breakdown.Shares, share => Assert.Equal(share.Type == 2, share.MeanSquaredError > 0));
    }

    [Fact]
    public void What_could_not_be_scored_cannot_be_explained() =>
        Assert.Throws<ArgumentException>(() => ErrorBreakdown.Of(Month.Actual, new double[3]));

    private static double Sum(Granularity granularity) =>
        Breakdown.Shares.Where(share => share.Granularity == granularity).Sum(share => share.MeanSquaredError);

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, expected * 1e-12);
}
