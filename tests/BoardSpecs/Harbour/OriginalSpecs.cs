using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Strategies;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The generator against the tables of 2021, which another program drew.</summary>
public class OriginalSpecs
{
    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Every_column_is_distributed_as_in_the_original(int seed)
    {
        Container[] original = OriginalTables.Read();
        Container[] drawn = DrawnHarbours.Of(seed);
        foreach ((string name, int values, Func<Container, int> of) in Columns.Countable)
            Fit.AssertSameShares(name, Columns.Count(drawn, values, of), Columns.Count(original, values, of));
        Fit.AssertSameDistribution("weight", Columns.Weights(drawn), Columns.Weights(original));
        foreach (bool hasCoke in (bool[])[false, true])
        {
            Fit.AssertSameShares(
                $"days under way, coke: {hasCoke}",
                Columns.Count(drawn.Where(container => container.HasCoke == hasCoke), 60, container => container.DaysUnderWay),
                Columns.Count(original.Where(container => container.HasCoke == hasCoke), 60, container => container.DaysUnderWay));
        }
        Fit.AssertSameShares(
            "coke_kilo",
            Columns.Count(drawn.Where(container => container.HasCoke), 60, container => container.Kilos),
            Columns.Count(original.Where(container => container.HasCoke), 60, container => container.Kilos));
    }

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Finds_and_kilos_are_as_many(int seed)
    {
        Container[] original = OriginalTables.Read();
        Container[] drawn = DrawnHarbours.Of(seed);
        (double finds, double kilos) = Sums(drawn);
        (double originalFinds, double originalKilos) = Sums(original);
        Assert.Equal((3_224, 31_490), (originalFinds, originalKilos));
        double size = (double)drawn.Length / original.Length;
        Assert.InRange((finds - size * originalFinds) / Math.Sqrt(finds + size * size * originalFinds), -3.5, 3.5);
        // A find has 9.8 kg on average, deviation 7.5: so a sum of n finds varies by the root of n times (7.5² + 9.8²).
        Assert.InRange((kilos - size * originalKilos) / Math.Sqrt((finds + size * size * originalFinds) * 152), -3.5, 3.5);
    }

    /// <summary>The same strategies on the original's test table find what is known of them; equal suspicion is
    /// broken otherwise there.</summary>
    [Fact]
    public void Strategies_find_on_the_original_what_is_known_of_them()
    {
        Container[] test = [.. OriginalTables.Read().Where(container => container.IsTest)];
        HarbourLevels levels = HarbourLevels.Measure(test, DrawnHarbours.SeedOf(1));
        Assert.Equal(6_241, test.Sum(container => container.Kilos));
        Assert.Equal(31.2, levels.Random.MeanKilos, 0.05);
        Assert.InRange(levels.Random.FivePercentKilos, 0, 4);
        Assert.InRange(levels.Random.NinetyFivePercentKilos, 69, 75);
        Assert.InRange(levels.Customs, 88, 88 + 60); // 88 of the 300 by risk, and what a hundred at random find
        Assert.InRange(levels.KnownModifiers, 812 * 0.95, 812 * 1.05);
        Assert.InRange(levels.WithTheLeak, 1_010 * 0.95, 1_010 * 1.05);
        Assert.Equal(5_477, levels.Perfect);
    }

    private static (double Finds, double Kilos) Sums(Container[] containers) =>
        (containers.Count(container => container.HasCoke), containers.Sum(container => container.Kilos));
}
