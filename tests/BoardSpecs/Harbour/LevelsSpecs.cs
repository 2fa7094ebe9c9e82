using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Strategies;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>What strategies find on generated harbours.</summary>
public class LevelsSpecs
{
    [Fact]
    public void Knowing_more_finds_more()
    {
        HarbourLevels levels = Measure(1);
        Assert.True(levels.Random.FivePercentKilos < levels.Random.MeanKilos
            && levels.Random.MeanKilos < levels.Random.NinetyFivePercentKilos);
        Assert.True(levels.Random.MeanKilos < levels.KnownModifiers);
        Assert.True(levels.KnownModifiers < levels.WithTheLeak);
        Assert.True(levels.WithTheLeak < levels.Perfect);
    }

    /// <summary>
    /// The mean of five harbours against the levels of the contest's description, each of which is one draw. Deviations of one draw,
    /// measured
    /// over 12 seeds:
    /// random 1, customs 35, known modifiers 115, with the leak 105, perfect 130.
    /// </summary>
    [Fact]
    public void Five_harbours_of_full_size_have_the_levels_of_the_original()
    {
        Assert.SkipUnless(DrawnHarbours.IsSoak, "a long proof: set EVALUATOR_SOAK=1, or ./run-all.sh soak");
        HarbourLevels[] levels = [.. Enumerable.Range(1, 5).Select(Measure)];
        Assert.InRange(levels.Average(level => level.Random.MeanKilos), Low(31, 1), High(31, 1));
        Assert.InRange(levels.Average(level => level.Customs), Low(88, 35), High(88, 35));
        Assert.InRange(levels.Average(level => level.KnownModifiers), Low(812, 115), High(812, 115));
        Assert.InRange(levels.Average(level => level.WithTheLeak), Low(1_010, 105), High(1_010, 105));
        Assert.InRange(levels.Average(level => level.Perfect), Low(5_477, 130), High(5_477, 130));

        static double High(double level, double deviation) => level + 3 * deviation * Math.Sqrt(1 + 1 / 5.0);
        static double Low(double level, double deviation) => 2 * level - High(level, deviation);
    }

    [Fact]
    public void Customs_names_four_hundred_containers_once_each()
    {
        Container[] test = [.. DrawnHarbours.Of(1).Where(container => container.IsTest)];
        Container[] picks = CustomsPicks.Choose(test, DrawnHarbours.SeedOf(1));
        Assert.Equal(Picks.Count, picks.Select(container => container.Number).Distinct().Count());
        Assert.DoesNotContain(picks, container => !container.IsTest);
        Container[] risky = [.. test.Where(container => container.Country.SouthAmerican && container.Cargo.FruitOrVegetable)];
        Assert.Equal(Math.Min(300, risky.Length), picks.Intersect(risky).Count());
    }

    private static HarbourLevels Measure(int seed) =>
        HarbourLevels.Measure([.. DrawnHarbours.Of(seed).Where(container => container.IsTest)], DrawnHarbours.SeedOf(seed));
}
