using Evaluator.Harbour.Randomness;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The samplers by themselves: exact distributions, and streams that have nothing to do with each other.</summary>
public class SamplerSpecs
{
    private const int Draws = 100_000;

    [Fact]
    public void Normal_numbers_are_normal()
    {
        var random = new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Base);
        double[] numbers = new double[Draws];
        for (int i = 0; i < Draws; i++)
            numbers[i] = random.Normal();
        Fit.AssertDistribution("normal", numbers, x => 0.5 * (1 + Erf(x / Math.Sqrt(2))));
        Assert.Equal(1, numbers.Average(x => x * x), 0.02);
        Assert.InRange(numbers.Count(x => Math.Abs(x) > 3) / (double)Draws, 0.0022, 0.0032);
    }

    [Fact]
    public void Beta_numbers_are_beta()
    {
        var random = new SecretStream(DrawnHarbours.SeedOf(2), Purpose.Kilos);
        double[] numbers = new double[Draws];
        for (int i = 0; i < Draws; i++)
            numbers[i] = random.BetaTwoFive();
        Fit.AssertDistribution("beta", numbers, x => 1 - Math.Pow(1 - x, 6) - 6 * x * Math.Pow(1 - x, 5));
    }

    [Fact]
    public void A_stream_is_the_seeds_the_purposes_and_the_containers_alone()
    {
        ulong first = new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Coke, 7).Next();
        Assert.Equal(first, new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Coke, 7).Next());
        Assert.NotEqual(first, new SecretStream(DrawnHarbours.SeedOf(2), Purpose.Coke, 7).Next());
        Assert.NotEqual(first, new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Kilos, 7).Next());
        Assert.NotEqual(first, new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Coke, 8).Next());
    }

    [Fact]
    public void A_shuffle_brings_everything_everywhere()
    {
        var random = new SecretStream(DrawnHarbours.SeedOf(1), Purpose.Split);
        int[] places = new int[10];
        for (int i = 0; i < 20_000; i++)
        {
            int[] items = [.. Enumerable.Range(0, 10)];
            random.Shuffle<int>(items);
            places[Array.IndexOf(items, 3)]++;
        }
        Fit.AssertShares("place of the fourth", places, [.. Enumerable.Repeat(0.1, 10)]);
    }

    /// <summary>Error function: Abramowitz and Stegun 7.1.26, off by 1.5e-7 at most.</summary>
    private static double Erf(double x)
    {
        double t = 1 / (1 + 0.3275911 * Math.Abs(x));
        double tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.Exp(-x * x);
        return Math.Sign(x) * (1 - tail);
    }
}
