using Evaluator.Comparing;

namespace Evaluator.Specs.Comparing;

public sealed class PairedDifferenceSpecs
{
    [Fact]
    public void A_run_is_not_distinguishable_from_itself()
    {
        double[] scores = [.. Enumerable.Range(1, 100).Select(i => 3000.0 + i)];
        PairedDifference same = Compare(scores, scores);
        Assert.False(same.IsDistinguishable);
        Assert.Equal((0, 0, 100, 0.0, 1.0), (same.Wins, same.Losses, same.Ties, same.Mean, same.PValue));
    }

    [Fact]
    public void A_steady_advantage_is_told_from_both_sides()
    {
        var random = new Random(1);
        double[] first = [.. Enumerable.Range(0, 95).Select(_ => 1000 + 5000 * random.NextDouble())];
        double[] second = [.. first.Select(score => score + 20 * random.NextDouble())];
        PairedDifference difference = Compare(first, second);
        Assert.True(difference.IsDistinguishable);
        Assert.True(difference.Mean > 0);
        PairedDifference turned = Compare(second, first);
        Assert.True(turned.IsDistinguishable);
        Assert.Equal(-difference.Mean, turned.Mean);
    }

    [Fact]
    public void The_cases_own_difficulty_does_not_hide_a_difference()
    {
        // Unpaired, a spread of thousands would drown a difference of one point.
        double[] first = [.. Enumerable.Range(0, 60).Select(i => 100.0 * i)];
        double[] second = [.. first.Select((score, i) => score + 1 + 0.1 * (i % 3))];
        Assert.True(Compare(first, second).IsDistinguishable);
    }

    [Fact]
    public void A_difference_that_one_case_makes_is_not_distinguishable_and_the_case_is_named()
    {
        double[] first = new double[50], second = new double[50];
        for (int i = 0; i < 50; i++)
            second[i] = i % 2 == 0 ? 1 : -1;
        second[17] = 4000;
        PairedDifference difference = Compare(first, second);
        Assert.False(difference.IsDistinguishable);
        Assert.Equal("case 17", difference.Influences[0].Case);
        Assert.Equal(1 / 49.0, difference.Influences[0].MeanWithout, 1e-12);
    }

    [Fact]
    public void With_few_cases_the_p_value_is_counted_exactly()
    {
        PairedDifference five = Compare([0, 0, 0, 0, 0], [1, 2, 3, 4, 5]);
        Assert.Equal(2 / 32.0, five.PValue);
        Assert.False(five.IsDistinguishable);
    }

    [Fact]
    public void Too_few_cases_give_no_interval()
    {
        PairedDifference four = Compare([0, 0, 0, 0], [1, 2, 3, 4]);
        Assert.Null(four.Low);
        Assert.Null(four.High);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures()
    {
        double[] first = Draws(1, 95, skewed: true), second = Draws(2, 95, skewed: true);
        PairedDifference once = Compare(first, second), again = Compare(first, second);
        Assert.Equal((once.Low, once.High, once.PValue), (again.Low, again.High, again.PValue));
    }

    /// <summary>
    /// 400 simulated contests: how often the 95 % interval holds the true mean. A binomial's four standard deviations around 95 % are
    /// 90.6 to 99.4; the plain percentile interval, at 95 heavy-tailed cases, does not get there (second spec).
    /// </summary>
    [Theory]
    [InlineData(30, false), InlineData(95, false), InlineData(95, true), InlineData(444, true)]
    public void The_interval_holds_the_true_difference_as_often_as_it_says(int cases, bool skewed)
    {
        double coverage = Coverage(cases, skewed,
            (differences, seed) => PairedDifference.Interval(differences, differences.Average(), seed, resamples: 400));
        Assert.InRange(coverage, 0.91, 0.985);
    }

    [Fact]
    public void The_p_value_is_below_five_percent_in_some_five_percent_of_equal_contests()
    {
        int below = Enumerable.Range(1, 400)
            .Count(contest => Compare(new double[40], Draws((ulong)contest, 40, skewed: false), resamples: 400).PValue < 0.05);
        Assert.InRange(below / 400.0, 0.02, 0.085);
    }

    private static double Coverage(int cases, bool skewed, Func<double[], ulong, (double Low, double High)> interval)
    {
        const int contests = 400;
        double mean = skewed ? Math.Exp(0.5) : 0;
        int held = 0;
        for (int contest = 1; contest <= contests; contest++)
        {
            (double low, double high) = interval(Draws((ulong)contest, cases, skewed), (ulong)contest);
            held += low <= mean && mean <= high ? 1 : 0;
        }
        return held / (double)contests;
    }

    /// <summary>
    /// Normal draws, or their exponentials: a log-normal of mean √e, whose skewness of 6.2 is about that of real score differences.
    /// </summary>
    private static double[] Draws(ulong seed, int count, bool skewed)
    {
        var random = new SplitMix64(seed * 1000003);
        double[] draws = new double[count];
        for (int i = 0; i < count; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(Uniform(ref random))) * Math.Cos(2 * Math.PI * Uniform(ref random));
            draws[i] = skewed ? Math.Exp(normal) : normal;
        }
        return draws;
    }

    private static double Uniform(ref SplitMix64 random) => ((random.Next() >> 11) + 0.5) / (1UL << 53);

    private static PairedDifference Compare(double[] first, double[] second, int resamples = PairedDifference.Resamples) =>
        PairedDifference.Of([.. Enumerable.Range(0, first.Length).Select(i => $"case {i}")], first, second, resamples: resamples);
}
