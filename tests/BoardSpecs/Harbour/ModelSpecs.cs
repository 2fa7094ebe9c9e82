using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Risk;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The generator against the numbers of the contest's model, column by column, written down here once
/// more.</summary>
public class ModelSpecs
{
    private static readonly Dictionary<string, double[]> Shares = new(StringComparer.Ordinal)
    {
        // In the order of the lists: USA, Mexico, Canada; Costa Rica … El Salvador; Argentina … Venezuela; Norway … Namibia; China … South
        // Korea.
        ["land_van_afkomst"] =
        [
            2, 1, 2, 0.2, 0.3, 1, 1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1.75, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 51, 5, 3, 2,
                2, 9, 5,
        ],
        ["lading"] = [5, 2, 1, 1, 0.5, 0.5, 7, 10, 20, 10, 4, 6, 21, 9, 3],
        ["TUE"] = [0.2, 0.8],
        ["ship"] = [21413, 21413, 21413, 20568, 20568, 20568, 20182, 20170, 21237, 20124, 23756, 23656],
        ["stops_in_between"] = [1000, 10, 1],
        ["ship_flag"] = [1, 1, 1, 1],
        ["containercolor"] = [0.1994, 0.1994, 0.1994, 0.1994, 0.1994, 0.003],
        ["ontvanger_container"] = [1, 1, 6, 20, 20, 5, 35, 2, 10],
        ["arrival_date"] = [.. Enumerable.Repeat(1.0, 365)],
    };

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Every_column_has_the_shares_of_the_model(int seed)
    {
        Container[] containers = DrawnHarbours.Of(seed);
        foreach ((string name, int values, Func<Container, int> of) in Columns.Countable)
        {
            double[] shares = Shares[name];
            double sum = shares.Sum();
            Fit.AssertShares(name, Columns.Count(containers, values, of), [.. shares.Select(share => share / sum)]);
        }
    }

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Weights_are_uniform(int seed) =>
        Fit.AssertDistribution("weight", Columns.Weights(DrawnHarbours.Of(seed)), weight => (weight - 2900) / (14500 - 2900));

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Exactly_three_in_a_thousand_are_space_black(int seed) =>
        Assert.Equal((int)Math.Ceiling(0.003 * DrawnHarbours.Containers),
            DrawnHarbours.Of(seed).Count(container => container.Colour == ContainerColour.SpaceBlack));

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Finds_are_as_many_as_the_factors_say(int seed)
    {
        Container[] containers = DrawnHarbours.Of(seed);
        double expected = containers.Sum(container => Chance(container));
        double found = containers.Count(container => container.HasCoke);
        Assert.InRange((found - expected) / Math.Sqrt(expected), -3.5, 3.5);
        Assert.InRange(found / containers.Length, 0.0081 * 0.9, 0.0081 * 1.1);
    }

    /// <summary>By tenths of the risk, so that a factor that is wrong or forgotten shows.</summary>
    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Finds_lie_where_the_factors_say(int seed)
    {
        Container[] byRisk = [.. DrawnHarbours.Of(seed).OrderBy(Chance)];
        foreach (Container[] tenth in byRisk.Chunk(byRisk.Length / 10))
        {
            double expected = tenth.Sum(Chance);
            Assert.InRange((tenth.Count(container => container.HasCoke) - expected) / Math.Sqrt(expected + 1), -4, 4);
        }
    }

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Kilos_are_small_finds_three_times_in_four_and_large_ones_else(int seed)
    {
        Container[] finds = [.. DrawnHarbours.Of(seed).Where(container => container.HasCoke)];
        double[] shares = [.. Enumerable.Range(0, 50)
            .Select(kilos => 0.75 * (Beta(kilos + 0.5) - Beta(kilos - 0.5)) + 0.25 * (Normal(kilos + 0.5) - Normal(kilos - 0.5)))];
        Fit.AssertShares("coke_kilo", Columns.Count(finds, shares.Length, container => container.Kilos), shares);
        Assert.DoesNotContain(DrawnHarbours.Of(seed), container => !container.HasCoke && container.Kilos > 0);

        static double Beta(double kilos)
        {
            double x = Math.Clamp(kilos / 21, 0, 1);
            return 1 - Math.Pow(1 - x, 6) - 6 * x * Math.Pow(1 - x, 5);
        }
        static double Normal(double kilos)
        {
            const int steps = 2000;
            double sum = 0, from = -10, width = (kilos - 21) / 5 - from;
            for (int i = 0; i < steps && width > 0; i++)
            {
                double at = from + width * (i + 0.5) / steps;
                sum += Math.Exp(-at * at / 2) * width / steps;
            }
            return sum / Math.Sqrt(2 * Math.PI);
        }
    }

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void Ships_take_their_days_and_coke_takes_a_day_more(int seed)
    {
        foreach (IGrouping<Voyage, Container> voyage in DrawnHarbours.Of(seed).GroupBy(container => container.Country.Voyage))
        {
            double[] usual = Usual(voyage.Key);
            double[] late =
                [.. usual.Select((share, i) => 0.2 * share + 0.75 * (i > 0 ? usual[i - 1] : 0) + 0.05 * (i > 1 ? usual[i - 2] : 0))];
            foreach (bool hasCoke in (bool[])[false, true])
            {
                Container[] some = [.. voyage.Where(container => container.HasCoke == hasCoke)];
                if (some.Length * 0.1 > 5)
                    Fit.AssertShares($"days of {voyage.Key}, coke: {hasCoke}",
                        Columns.Count(some, usual.Length, container => container.DaysUnderWay - voyage.Key.Fewest), hasCoke ? late : usual);
            }
        }

        static double[] Usual(Voyage voyage)
        {
            double[] shares = new double[voyage.Most - voyage.Fewest + 3];
            for (int i = 0; i <= voyage.Most - voyage.Fewest; i++)
                shares[i] = (i == 0 || i == voyage.Most - voyage.Fewest ? 0.5 : 1) / (voyage.Most - voyage.Fewest);
            return shares;
        }
    }

    [Theory, MemberData(nameof(DrawnHarbours.Seeds), MemberType = typeof(DrawnHarbours))]
    public void A_fifth_is_the_test_table_and_a_fifth_of_the_finds_is_in_it(int seed)
    {
        Container[] containers = DrawnHarbours.Of(seed);
        Container[] test = [.. containers.Where(container => container.IsTest)];
        Assert.Equal(containers.Length / 5, test.Length);
        Assert.Equal(containers.Count(container => container.HasCoke) / 5, test.Count(container => container.HasCoke));
    }

    [Fact]
    public void Numbers_follow_the_day_of_loading_and_then_the_country()
    {
        Container[] containers = DrawnHarbours.Of(1);
        Assert.Equal(Enumerable.Range(1, containers.Length), containers.Select(container => container.Number));
        for (int i = 1; i < containers.Length; i++)
        {
            (Container before, Container after) = (containers[i - 1], containers[i]);
            Assert.True(before.Loaded <= after.Loaded);
            if (before.Loaded == after.Loaded)
                Assert.True(string.CompareOrdinal(before.Country.Name.Dutch, after.Country.Name.Dutch) <= 0);
        }
    }

    private static double Chance(Container container)
    {
        double product = 0.003 * RiskModel.Modifier(container);
        return product < 0 ? 0.003 : product > 1 ? 0.99 : product;
    }
}
