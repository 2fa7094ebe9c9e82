using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed class AllocationSpecs
{
    [Fact]
    public void Ten_thousand_months_allocate_nothing()
    {
        SampleMonth[] months =
        [
            SampleMonth.Make(1, 30, 30, SampleValues.SmallRates),
            SampleMonth.Make(2, 41, 31, SampleValues.AroundTheRange),
            SampleMonth.Make(3, 7, 28, SampleValues.AllOutside),
        ];
        months[2].Predictions[5] = double.NaN;
        foreach (LaneWidth width in ScoreBits.Widths().Where(width => width != LaneWidth.Plain))
        {
            var scorer = new MonthScorer(width);
            ScoreAll(scorer, months, 30);
            Assert.Equal(0, AllocatedBytes.Least(() => ScoreAll(scorer, months, 10_000)));
        }
    }

    private static void ScoreAll(MonthScorer scorer, SampleMonth[] months, int count)
    {
        for (int index = 0; index < count; index++)
        {
            SampleMonth month = months[index % months.Length];
            scorer.Score(month.Actual, month.Predictions, out _);
        }
    }
}
