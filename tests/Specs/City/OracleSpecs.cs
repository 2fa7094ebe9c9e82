using Evaluator.City;
using Evaluator.City.Rates;
using Evaluator.City.Time;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Oracle;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.City;

public class OracleSpecs(GeneratedCity city)
{
    [Fact]
    public void It_expects_as_many_events_as_happen()
    {
        DataPackage package = city.Open();
        OracleFile oracle = OracleFile.Open(city.OraclePath);
        EventTypeTable types = package.ReadEventTypes();
        double expected = 0, happened = 0;
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            foreach (int month in CallingSequence.Official.PredictedMonths)
            {
                expected += Expected(oracle, contestCase, month).Sum();
                happened += package.ReadTruth(contestCase, month, types).Actual.EventCount;
            }
        }
        // Some 8,000 events whose daily number varies beyond chance (weather): 4 % is three deviations and a half.
        Assert.Equal(1, happened / expected, 0.04);
    }

    [Fact]
    public void Cells_it_expects_more_of_have_more_events_in_proportion()
    {
        DataPackage package = city.Open();
        OracleFile oracle = OracleFile.Open(city.OraclePath);
        EventTypeTable types = package.ReadEventTypes();
        double[] limits = [0.002, 0.01, 0.05, 0.2, 10]; // events a day at a location, of one type
        double[] expected = new double[limits.Length], happened = new double[limits.Length];
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            double[] cells = Expected(oracle, contestCase, 10);
            using TextLines lines = package.ReadEmergencies(blockGroup, 10);
            var placer = new EventPlacer(contestCase, 10, types, package.Columns, lines);
            foreach (double cell in cells)
                expected[Bin(cell)] += cell;
            for (int line = 1; line < lines.Count; line++)
                if (placer.Place(lines[line], out PlacedEvent placed) == Placement.Placed)
                    happened[Bin(cells[(placed.Location * 31 + placed.Day) * 4 + placed.Type])]++;
        }
        for (int bin = 0; bin < limits.Length; bin++)
            Assert.True(Math.Abs(happened[bin] - expected[bin]) < 4 * Math.Sqrt(expected[bin]) + 0.06 * expected[bin] + 2,
                $"cells up to {limits[bin]}: {expected[bin]:F1} expected, {happened[bin]} happened");

        int Bin(double cell) => Array.FindIndex(limits, limit => cell <= limit);
    }

    [Fact]
    public void Near_repeats_are_in_the_days_factors()
    {
        var days = new DayFactors(1);
        var expected = new ExpectedDays(days);
        for (int type = 0; type < EventTypes.Count; type++)
        {
            for (int day = 0; day < 31; day++)
            {
                double direct = days.Expected(Calendar.MonthStart(10) + day, type);
                for (int lag = 0; lag < NearRepeats.Days; lag++)
                    direct += NearRepeats.Chance[type] * NearRepeats.Lag[lag] * days.Expected(Calendar.MonthStart(10) + day - lag, type);
                Assert.Equal(direct, expected.Own(10, day, type) + expected.Carried(10, day, type), 1e-12);
                if (day >= NearRepeats.Days)
                    Assert.Equal(0, expected.Carried(10, day, type));
            }
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        ContestCase contestCase = city.Open().ReadCase("250250201003");
        int locations = contestCase.Locations.Count;
        Half Rate(int month, int i) => (Half)(i % 7 == 0 ? month * 0.01 : 0.5 + i % 3);
        var writer = new OracleWriter(1, (month, day, type) => month + day * 0.1 + type * 0.01, (month, day, type) => day == 0 ? 0.25 : 0);
        writer.Add(contestCase.BlockGroup, contestCase.Locations,
            month => Enumerable.Range(0, locations * 4).Select(i => Rate(month, i)).ToArray());
        string path = city.NewFolder("round-trip.oracle");
        writer.Save(path);

        OracleFile oracle = OracleFile.Open(path);
        Assert.Equal([contestCase.BlockGroup], oracle.BlockGroups);
        for (int month = 9; month <= 12; month++)
        {
            double[] read = Expected(oracle, contestCase, month);
            for (int i = 0; i < read.Length; i++)
            {
                (int cell, int day, int type) = (i / 4 / ContestYear.DaysIn(month) * 4 + i % 4, i / 4 % ContestYear.DaysIn(month), i % 4);
                Assert.Equal((double)Rate(month, cell) * (month + day * 0.1 + type * 0.01) + (double)Rate(month - 1, cell)
                    * (day == 0 ? 0.25 : 0), read[i]);
            }
        }
    }

    [Fact]
    public void A_block_group_or_month_it_does_not_cover_is_not_read()
    {
        ContestCase contestCase = city.Open().ReadCase("250250201003");
        OracleFile oracle = OracleFile.Open(city.OraclePath);
        Assert.False(oracle.TryRead(contestCase, 8, []));
        Assert.False(oracle.Covers("250259999991", 9));
    }

    [Fact]
    public void The_oracle_of_another_city_is_refused()
    {
        (string other, _) = city.Generate("another", new CityOptions { BlockGroups = 5, Seed = 77 });
        ContestCase contestCase = city.Open().ReadCase("250250201003");
        PackageException refused = Assert.Throws<PackageException>(() => Expected(OracleFile.Open(other + ".oracle"), contestCase, 9));
        Assert.Contains("another package", refused.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(5_000)]
    [InlineData(-1)]
    public void A_file_that_is_cut_short_is_refused(int length)
    {
        city.Open();
        byte[] bytes = File.ReadAllBytes(city.OraclePath);
        string path = city.NewFolder($"cut-{length}.oracle");
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);
        PackageException refused = Assert.Throws<PackageException>(() => OracleFile.Open(path));
        Assert.Contains(path, refused.Message);
    }

    private static double[] Expected(OracleFile oracle, ContestCase contestCase, int month)
    {
        double[] expected = new double[contestCase.Locations.Count * ContestYear.DaysIn(month) * 4];
        Assert.True(oracle.TryRead(contestCase, month, expected));
        return expected;
    }
}
