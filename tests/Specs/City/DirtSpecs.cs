using Evaluator.City.Dirt;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Specs.City;

public class DirtSpecs(GeneratedCity city)
{
    /// <summary>What the lint finds in a clean city: not dirt, but part of the contest.</summary>
    private static readonly DataFault[] NoDirt =
    [
        DataFault.TypeWithTwoFlags, DataFault.ForeclosureLate, DataFault.MonthWithoutEvents, DataFault.NoTable,
        DataFault.OtherForm, DataFault.NothingPlaced,
    ];

    [Fact]
    public void The_lint_finds_every_kind_of_planted_dirt_and_its_exact_count()
    {
        city.Open();
        LintReport report = PackageLint.Check(city.Folder);
        Assert.Null(report.WhyNotRunnable);
        AssertFound(city.Planted, report);
    }

    [Fact]
    public void The_same_holds_when_there_is_much_of_each()
    {
        DirtRates much =
            DirtRates.Kinds.Aggregate(DirtRates.None, (rates, kind) => rates.With(kind, DirtRates.AsSeen[kind] == 1 ? 1 : 0.1));
        (string folder, PlantedDirt planted) = city.Generate("filthy", GeneratedCity.Options with { Dirt = much });
        ForEvery.In(DirtRates.Kinds, kind => Assert.True(planted[kind] > 0, $"no {kind} was planted"));
        AssertFound(planted, PackageLint.Check(folder));
    }

    [Fact]
    public void A_clean_city_has_no_dirt_at_all()
    {
        (string folder, _) = city.Generate("clean", GeneratedCity.Options with { Dirt = DirtRates.None });
        Assert.Empty(PackageLint.Check(folder).Findings.Select(finding => finding.Fault).Except(NoDirt));
    }

    [Fact]
    public void Each_kind_can_be_planted_alone()
    {
        foreach (DataFault kind in new[] { DataFault.CrlfFile, DataFault.WrongKey, DataFault.EmergencyElsewhere, DataFault.DefaultPoint })
        {
            (string folder, _) = city.Generate($"only-{kind}", GeneratedCity.Options with { Dirt = DirtRates.None.With(kind, 0.2) });
            Assert.Equal([kind], PackageLint.Check(folder).Findings.Select(finding => finding.Fault).Except(NoDirt));
        }
    }

    [Fact]
    public void Dirt_never_changes_how_many_emergencies_are_placed()
    {
        (string folder, _) = city.Generate("clean-for-truth", GeneratedCity.Options with { Dirt = DirtRates.None });
        city.Open();
        Assert.Equal(PackageLint.Check(folder).Events, PackageLint.Check(city.Folder).Events);
    }

    [Fact]
    public void The_run_counts_as_unplaced_what_was_planted()
    {
        DataPackage package = city.Open();
        EventTypeTable types = package.ReadEventTypes();
        var unplaced = new UnplacedEvents();
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            for (int month = 1; month <= 12; month++)
                unplaced += package.ReadTruth(contestCase, month, types).Unplaced;
        }
        PlantedDirt planted = city.Planted;
        Assert.Equal(
            planted[DataFault.EmergencyWithoutPlace] + planted[DataFault.EmergencyElsewhere]
            + planted[DataFault.EmergencyPlaceUnknown],
            unplaced.UnknownLocation);
        Assert.Equal(planted[DataFault.EmergencyDateUnreadable], unplaced.UnreadableDate);
        Assert.Equal(planted[DataFault.EmergencyOutsideMonth], unplaced.OutsideMonth);
    }

    [Fact]
    public void A_rate_that_is_none_and_a_kind_that_cannot_be_planted_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DirtRates.None.With(DataFault.LandUseBlank, 1.5));
        Assert.Throws<ArgumentException>(() => DirtRates.None.With(DataFault.LandUseBlank, double.NaN));
        Assert.Throws<ArgumentException>(() => DirtRates.None.With(DataFault.TableMissing, 0.5));
    }

    private static void AssertFound(PlantedDirt planted, LintReport report)
    {
        foreach (DataFault fault in Enum.GetValues<DataFault>().Except(NoDirt))
            Assert.True(planted[fault] == report.CountOf(fault), $"{fault}: {planted[fault]} planted, {report.CountOf(fault)} found");
        ForEvery.In(report.Findings, finding => Assert.NotEmpty(finding.Examples));
    }
}
