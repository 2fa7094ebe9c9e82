using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Specs.Contest;

public class BostonSpecs
{
    private readonly DataPackage package = BostonPackage.OpenOrSkip();

    [Fact]
    public void It_is_runnable_and_holds_544_cases()
    {
        IReadOnlyList<string> all = package.Set("all");
        Assert.Equal(544, all.Count);
        Assert.Equal(package.BlockGroups, all);
        Assert.Equal([5, 95, 444], new[] { "example", "provisional", "final" }.Select(set => package.Set(set).Count));
        package.RequireRunnable(all, CallingSequence.Official);
        Assert.Empty(package.Notes);    // two of the optional code tables are not in it, and nobody misses them
    }

    [Fact]
    public void No_emergency_of_the_autumn_is_unplaced()
    {
        EventTypeTable types = package.ReadEventTypes();
        int locations = 0, lines = 0, events = 0;
        var unplaced = new UnplacedEvents();
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            locations += contestCase.Locations.Count;
            foreach (int month in CallingSequence.Official.PredictedMonths)
            {
                MonthTruth truth = package.ReadTruth(contestCase, month, types);
                events += truth.Actual.EventCount;
                unplaced += truth.Unplaced;
                using TextLines file = package.ReadEmergencies(blockGroup, month);
                lines += Math.Max(0, file.Count - 1);
            }
        }
        Assert.Equal(55_163, locations);
        Assert.Equal(0, unplaced.Total);
        Assert.Equal(lines, events);
    }

    [Fact]
    public void The_tables_have_the_rows_they_are_said_to_have()
    {
        using StaticTables tables = package.ReadStaticTables();
        Assert.Equal([49_644, 49_644, 11_842, 5_521, 545, 1, 1, 1, 1], tables.Tables.Select(table => table.Count));
        Assert.Equal(0, tables.ForeclosureRowsLeftOut);
    }
}
