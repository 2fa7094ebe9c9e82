using Evaluator.City;
using Evaluator.City.Dirt;
using Evaluator.Contest;
using Evaluator.Contest.Lint;

namespace Evaluator.Specs.City;

/// <summary>Faults that the generator does not plant: each is made by hand in a clean city of five block groups.</summary>
public sealed class LintSpecs(GeneratedCity city) : IDisposable
{
    private readonly string folder = NewCity(city);

    [Fact]
    public void A_whole_package_is_runnable_and_its_contents_are_counted()
    {
        LintReport report = PackageLint.Check(folder);
        Assert.Null(report.WhyNotRunnable);
        Assert.Equal((5, 5), (report.BlockGroups, report.Cases));
        Assert.Equal(60, report.Files.Single(tally => tally.Kind == "emergencies-*").Files);
        Assert.Equal(report.Events + report.Unplaced, report.Files.Single(tally => tally.Kind == "emergencies-*").Rows);
        ForEvery.In(report.Keys, key => Assert.Equal(0, key.Nowhere));
    }

    [Fact]
    public void A_missing_table_is_named_and_makes_a_run_impossible()
    {
        File.Delete(InGeography("Parcels.csv"));
        LintReport report = PackageLint.Check(folder);
        Assert.Equal("Parcels.csv", Finding(report, DataFault.TableMissing).Examples.Single().File);
        Assert.Contains("Parcels.csv", report.WhyNotRunnable);
    }

    [Fact]
    public void A_missing_optional_table_is_reported_and_changes_nothing()
    {
        File.Delete(InGeography("Event_counts.csv"));
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(1, report.CountOf(DataFault.OptionalTableMissing));
        Assert.Null(report.WhyNotRunnable);
    }

    [Theory]
    [InlineData("events/emergencies-250250201003-10.csv", DataFault.EmergencyFileMissing, false)]
    [InlineData("events/emergencies-250250201003-3.csv", DataFault.EventFileMissing, true)]
    [InlineData("events/crm-250250201003-10.csv", DataFault.EventFileMissing, true)]
    [InlineData("locations/loc-250250201003.csv", DataFault.LocationFileMissing, false)]
    public void A_missing_file_of_a_case_is_named(string name, DataFault fault, bool runnable)
    {
        File.Delete(Path.Combine(folder, name));
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(Path.GetFileName(name), Finding(report, fault).Examples.Single().File);
        Assert.Equal(runnable, report.WhyNotRunnable is null);
    }

    [Fact]
    public void A_header_without_a_needed_column_is_named_with_its_file()
    {
        string path = Path.Combine(folder, "events/emergencies-250250201003-9.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("final_type", "kind"));
        LintReport report = PackageLint.Check(folder);
        Example example = Finding(report, DataFault.ColumnMissing).Examples.Single();
        Assert.Equal((path, 1), (example.File, example.Line));
        Assert.Contains("final_type", report.WhyNotRunnable);
    }

    [Fact]
    public void A_location_file_without_a_location_makes_its_case_impossible()
    {
        File.WriteAllText(Path.Combine(folder, "locations/loc-250250201003.csv"), "Ref_ID\tpropID\n");
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(1, report.CountOf(DataFault.BlockGroupWithoutLocations));
        Assert.Contains("250250201003", report.WhyNotRunnable);
    }

    [Fact]
    public void A_location_of_two_block_groups_and_one_of_no_table_are_found_with_their_lines()
    {
        string path = Path.Combine(folder, "locations/loc-250251205002.csv");
        int lines = File.ReadAllLines(path).Length;
        string foreign = File.ReadAllLines(Path.Combine(folder, "locations/loc-250250201003.csv"))[1].Split('\t')[1];
        File.AppendAllText(path, $"1\t{foreign}\n1\tA7777777\n");
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(lines + 1, Finding(report, DataFault.LocationInTwoBlockGroups).Examples.Single().Line);
        Assert.Equal(lines + 2, Finding(report, DataFault.LocationUnknown).Examples.Single().Line);
    }

    [Fact]
    public void A_column_without_values_and_a_table_without_rows_are_found()
    {
        string table = InGeography("Foreclosure_REOs.csv");
        File.WriteAllText(table, "ParcelID\tDate\n");
        string streets = InGeography("Street_segments.csv");
        string[] rows = File.ReadAllLines(streets);
        int column = Array.IndexOf(rows[0].Split('\t'), "CFCC");
        File.WriteAllLines(streets,
            rows.Select((row, i) => i == 0 ? row : string.Join('\t', row.Split('\t').Select((field, c) => c == column ? "" : field))));
        LintReport report = PackageLint.Check(folder);
        Assert.Equal("Foreclosure_REOs.csv", Finding(report, DataFault.NoRows).Examples.Single().File);
        Assert.Equal("CFCC", Finding(report, DataFault.ColumnEmpty).Examples.Single().Text);
    }

    [Fact]
    public void A_month_without_events_and_a_short_line_are_found()
    {
        File.WriteAllText(Path.Combine(folder, "events/emergencies-250250201003-11.csv"), "propID\tfinal_type\tPriority\tdate\n");
        File.AppendAllText(Path.Combine(folder, "events/permits-250250201003-11.csv"), "P1\t2011-11-02\n");
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(1, report.CountOf(DataFault.MonthWithoutEvents));
        Assert.Equal(1, report.CountOf(DataFault.FieldsMissing));
        Assert.Equal(1, report.CountOf(DataFault.PlaceBlank));
    }

    [Fact]
    public void A_file_with_a_misspelt_name_is_found()
    {
        string path = Path.Combine(folder, "locations", "loc_250250201003.csv");
        File.WriteAllText(path, "Ref_ID\tpropID\n");
        Assert.Equal(path, Finding(PackageLint.Check(folder), DataFault.UnknownFile).Examples.Single().File);
    }

    [Fact]
    public void Sets_and_events_before_the_year_are_listed()
    {
        LintReport report = PackageLint.Check(folder);
        Assert.Equal(5, report.Files.Single(tally => tally.Kind == "sets/example.txt").Rows);
        Assert.Equal(3, report.Files.Count(tally => tally.Kind.EndsWith("-PAST.csv", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_fault_has_a_text() =>
        ForEvery.In(Enum.GetValues<DataFault>(), fault => Assert.NotEmpty(FaultText.Of(fault).What + FaultText.Of(fault).Consequence));

    [Fact]
    public void A_folder_that_is_no_package_is_refused_with_its_name()
    {
        PackageException refused = Assert.Throws<PackageException>(() => PackageLint.Check(folder + "-nowhere"));
        Assert.Contains("-nowhere", refused.Message);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string NewCity(GeneratedCity city) =>
        city.Generate($"lint-{Guid.NewGuid():N}", new CityOptions { BlockGroups = 5, Dirt = DirtRates.None, Threads = 1 }).Folder;

    private string InGeography(string table) => Path.Combine(folder, "geography", table);

    private static DataFinding Finding(LintReport report, DataFault fault) => report.Findings.Single(finding => finding.Fault == fault);
}
