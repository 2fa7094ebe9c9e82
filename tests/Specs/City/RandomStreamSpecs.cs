using Evaluator.City.Randomness;

namespace Evaluator.Specs.City;

public class RandomStreamSpecs
{
    private const int Draws = 200_000;

    [Fact]
    public void A_stream_is_a_function_of_seed_purpose_and_entity()
    {
        Assert.Equal(new RandomStream(1, Purpose.Places, 5).Next(), new RandomStream(1, Purpose.Places, 5).Next());
        ulong[] firsts =
        [
            new RandomStream(1, Purpose.Places, 5).Next(), new RandomStream(2, Purpose.Places, 5).Next(),
            new RandomStream(1, Purpose.Permits, 5).Next(), new RandomStream(1, Purpose.Places, 6).Next(),
        ];
        Assert.Equal(firsts.Length, firsts.Distinct().Count());
    }

    [Fact]
    public void Normal_draws_have_mean_0_and_deviation_1()
    {
        var random = new RandomStream(3, Purpose.Places);
        (double mean, double variance) = Moments(() => random.Normal());
        Assert.Equal(0, mean, 0.01);
        Assert.Equal(1, variance, 0.02);
    }

    [Fact]
    public void Log_normal_draws_have_mean_1()
    {
        var random = new RandomStream(4, Purpose.Places);
        Assert.Equal(1, Moments(() => random.LogNormal(0.8)).Mean, 0.02);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1.0)]
    [InlineData(15.9)]
    [InlineData(100.0)]
    public void Poisson_draws_have_mean_and_variance_as_asked(double asked)
    {
        var random = new RandomStream(5, Purpose.Places);
        (double mean, double variance) = Moments(() => random.Poisson(asked));
        Assert.Equal(1, mean / asked, 0.1);
        Assert.Equal(1, variance / asked, 0.1);
    }

    [Fact]
    public void Weights_are_drawn_in_proportion_and_never_where_they_are_0()
    {
        var weights = new Weights([0, 3, 0, 1, 0]);
        var random = new RandomStream(6, Purpose.Places);
        int[] counts = new int[weights.Count];
        for (int i = 0; i < Draws; i++)
            counts[weights.Draw(ref random)]++;
        Assert.Equal(0, counts[0] + counts[2] + counts[4]);
        Assert.Equal(3, (double)counts[1] / counts[3], 0.1);
    }

    [Fact]
    public void A_draw_from_a_range_stays_in_it()
    {
        var weights = new Weights([5, 1, 2, 4]);
        var random = new RandomStream(7, Purpose.Places);
        for (int i = 0; i < 1_000; i++)
            Assert.InRange(weights.Draw(ref random, 1, 3), 1, 2);
    }

    private static (double Mean, double Variance) Moments(Func<double> draw)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            double value = draw();
            sum += value;
            squares += value * value;
        }
        double mean = sum / Draws;
        return (mean, squares / Draws - mean * mean);
    }
}
