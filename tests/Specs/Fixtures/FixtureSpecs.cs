using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Evaluator.Confinement;

namespace Evaluator.Specs.Fixtures;

public class FixtureSpecs
{
    [Fact]
    public void Every_fixture_is_built()
    {
        Assert.Empty(FixtureCatalog.All.Where(fixture => !File.Exists(fixture.Dll)).Select(fixture => fixture.Dll));
    }

    [Fact]
    public void Every_fixture_states_verdicts_that_exist()
    {
        string[] known = [.. Enum.GetNames<Verdict>(), "Rejected"];
        Assert.Empty(FixtureCatalog.All.Where(fixture => fixture.Verdicts.Except(known).Any()).Select(fixture => fixture.Source));
    }

    [Fact]
    public void No_two_fixtures_share_a_name()
    {
        Assert.Empty(FixtureCatalog.All.CountBy(fixture => fixture.Name).Where(pair => pair.Value > 1).Select(pair => pair.Key));
    }

    [Fact]
    public void What_is_rejected_stands_in_the_folder_of_that_name_and_nothing_else_does()
    {
        ForEvery.In(FixtureCatalog.All, fixture => Assert.Equal(fixture.Room == "Rejected", fixture.Verdicts.Contains("Rejected")));
    }

    [Fact]
    public void A_fixture_that_can_report_a_breach_names_the_promise_it_tests()
    {
        ForEvery.In(FixtureCatalog.In("Hostile"), fixture =>
        {
            bool reports = File.ReadAllText(fixture.Source).Contains("Breach", StringComparison.Ordinal);
            Assert.True(!reports
                || fixture.Holds is not null, $"{fixture.Name} reports a breach and says not of what: add `; holds: PREDICATE`");
        });
    }

    [Fact]
    public void Enough_of_them_are_hostile()
    {
        Assert.InRange(FixtureCatalog.In("Hostile").Count(), 45, int.MaxValue);
    }

    [Fact]
    public void A_fixture_references_the_framework_and_what_it_brings_along()
    {
        ForEvery.In(FixtureCatalog.All.Where(fixture => fixture.Source.EndsWith(".cs", StringComparison.Ordinal)), fixture =>
        {
            using var file = new PEReader(File.OpenRead(fixture.Dll));
            MetadataReader metadata = file.GetMetadataReader();
            string folder = Path.GetDirectoryName(fixture.Dll)!;
            IEnumerable<string> foreign = metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !File.Exists(Path.Combine(folder, name + ".dll")));
            Assert.Equal(fixture.Name == "MissingDependency" ? ["Absent"] : [], foreign);
        });
    }

    [Fact]
    public void Only_the_two_that_are_meant_to_be_heavy_are_over_a_megabyte()
    {
        IEnumerable<string> heavy = FixtureCatalog.All
            .Where(
                fixture => Directory.EnumerateFiles(Path.GetDirectoryName(fixture.Dll)!).Sum(file => new FileInfo(file).Length) > 1_000_000)
            .Select(fixture => fixture.Name);
        Assert.Equal(["HeavyDependency", "OverOneMegabyte"], heavy);
    }
}
