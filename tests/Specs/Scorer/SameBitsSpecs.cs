using CsCheck;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

public sealed class SameBitsSpecs
{
    private static readonly Gen<SampleMonth> Months = Gen.Select(
        Gen.Int[0, int.MaxValue], Gen.Int[1, 300], Gen.Int[28, 31], Gen.Enum<SampleValues>(), SampleMonth.Make);

    [Fact]
    public void Every_width_gives_the_bits_of_the_definition() =>
        Months.Sample(month => AssertSameBits(month.Actual, month.Predictions), iter: 300, threads: 2);

    [Theory, InlineData(30), InlineData(31)]
    public void Every_size_from_1_to_300_gives_the_bits_of_the_definition(int days)
    {
        for (int locations = 1; locations <= 300; locations++)
        {
            SampleMonth month = SampleMonth.Make(locations, locations, days, SampleValues.SmallRates);
            AssertSameBits(month.Actual, month.Predictions);
        }
    }

    [Theory, MemberData(nameof(GoldenCaseSpecs.Cases), MemberType = typeof(GoldenCaseSpecs))]
    public void Golden_cases_have_the_bits_of_the_definition(string name)
    {
        foreach (GoldenMonth month in GoldenCase.Read(name).Months)
            AssertSameBits(month.Actual, month.Predictions);
    }

    [Fact]
    public void A_slice_at_any_offset_gives_the_same_bits()
    {
        SampleMonth month = SampleMonth.Make(7, 37, 31, SampleValues.SmallRates);
        for (int offset = 0; offset < 9; offset++)
        {
            double[] shifted = new double[month.Predictions.Length + 9];
            Array.Fill(shifted, double.NaN);
            month.Predictions.CopyTo(shifted, offset);
            AssertSameBits(month.Actual, shifted.AsSpan(offset, month.Predictions.Length));
        }
    }

    [Fact]
    public void Any_order_of_cases_on_any_number_of_threads_gives_the_same_bits()
    {
        SampleMonth[] months = [.. Enumerable.Range(1, 60).Select(seed => SampleMonth.Make(seed, 5 * seed, 30, SampleValues.SmallRates))];
        long[][] expected = [.. months.Select(month => ScoreBits.Of(Score(new MonthScorer(), month)))];
        foreach (int threads in (int[])[1, 2, 5])
        {
            long[][] actual = new long[months.Length][];
            Parallel.For(0, months.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new MonthScorer(),
                (index, _, scorer) =>
                {
                    int shuffled = index * 37 % months.Length; // 37 and 60 have no common factor
                    actual[shuffled] = ScoreBits.Of(Score(scorer, months[shuffled]));
                    return scorer;
                }, _ => { });
            Assert.Equal(expected, actual);
        }
    }

    /// <summary>Also by the kernel that clamps, which is taken where the first row is outside the range.</summary>
    [Theory, InlineData(0.01), InlineData(-1)]
    public void A_NaN_anywhere_is_found_at_every_width(double first)
    {
        SampleMonth month = SampleMonth.Make(3, 18, 31, SampleValues.SmallRates);
        month.Predictions[1] = first;
        foreach (LaneWidth width in ScoreBits.Widths())
        {
            var scorer = new MonthScorer(width);
            for (int cell = 0; cell < month.Predictions.Length; cell += cell % 5 + 1)
            {
                double kept = month.Predictions[cell];
                month.Predictions[cell] = BitConverter.Int64BitsToDouble(cell % 2 == 0 ? -1 : 0x7FF0_0000_0000_0001);
                Assert.Equal(PredictionFormat.NotANumber, scorer.Score(month.Actual, month.Predictions, out MonthScore score));
                Assert.Equal(default, score);
                month.Predictions[cell] = kept;
            }
            Assert.Equal(PredictionFormat.WellFormed, scorer.Score(month.Actual, month.Predictions, out _));
        }
    }

    private static MonthScore Score(MonthScorer scorer, SampleMonth month)
    {
        Assert.Equal(PredictionFormat.WellFormed, scorer.Score(month.Actual, month.Predictions, out MonthScore score));
        return score;
    }

    private static void AssertSameBits(ActualMonth actual, ReadOnlySpan<double> predictions)
    {
        Assert.Equal(PredictionFormat.WellFormed, PlainMonthScorer.Score(actual, predictions, out MonthScore expected));
        foreach (LaneWidth width in ScoreBits.Widths())
        {
            Assert.Equal(PredictionFormat.WellFormed, new MonthScorer(width).Score(actual, predictions, out MonthScore score));
            Assert.True(ScoreBits.Of(expected).SequenceEqual(ScoreBits.Of(score)),
                $"{width}, {actual.Layout.LocationCount} locations, {actual.DayCount} days: {expected} became {score}");
        }
    }
}
