using Evaluator.Contest;

namespace Evaluator.Specs.Contest;

public sealed class CaseSetSpecs : IDisposable
{
    private const string Second = "250250001002", Third = "250250001003";

    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    public CaseSetSpecs() =>
        tiny.Write("geography/Census_Block_Groups.csv", $"x\tBG_ID\n\t{Third}\n\t{SmallPackage.BlockGroup}\n\t{Second}\n\t{Second}\nx\n");

    [Fact]
    public void The_block_groups_are_those_of_the_census_each_once_in_ordinal_order() =>
        Assert.Equal([SmallPackage.BlockGroup, Second, Third], tiny.Open().BlockGroups);

    [Fact]
    public void A_set_is_in_ordinal_order_whatever_its_file_is_in()
    {
        tiny.Write("sets/final.txt", $"\uFEFF{Third}\r\n\r\n \n {SmallPackage.BlockGroup}\t\r\n{Third}");
        Assert.Equal([SmallPackage.BlockGroup, Third], tiny.Open().Set("final"));
        Assert.Equal([SmallPackage.BlockGroup, Third], tiny.Open().ReadSetFile(tiny.PathOf("sets/final.txt")));
    }

    [Fact]
    public void All_is_the_sets_together()
    {
        tiny.Write("sets/final.txt", $"{Third}\n{SmallPackage.BlockGroup}\n");
        Assert.Equal([SmallPackage.BlockGroup, Third], tiny.Open().Set("all"));
    }

    [Fact]
    public void All_is_every_block_group_with_locations_if_there_are_no_sets()
    {
        tiny.Remove("sets/example.txt").Write($"locations/LOC-{Third}.CSV", "Ref_ID\tpropID\n1\tA1\n");
        Assert.Equal([SmallPackage.BlockGroup, Third], tiny.Open().Set("all"));
    }

    [Fact]
    public void A_set_that_is_not_there_is_named()
    {
        Assert.Contains("sets/final.txt", Assert.Throws<PackageException>(() => tiny.Open().Set("final")).Message);
        Assert.Contains("'most'", Assert.Throws<PackageException>(() => tiny.Open().Set("most")).Message);
        Assert.Contains("my.txt", Assert.Throws<PackageException>(() => tiny.Open().ReadSetFile(tiny.PathOf("my.txt"))).Message);
    }

    [Fact]
    public void An_unknown_block_group_is_refused_with_file_and_line()
    {
        tiny.Write("sets/final.txt", $"{Third}\n\n250259999999\n");
        string message = Assert.Throws<PackageException>(() => tiny.Open().Set("final")).Message;
        Assert.Contains($"{tiny.PathOf("sets/final.txt")}, line 3", message);
        Assert.Contains("'250259999999'", message);
        Assert.Throws<PackageException>(() => tiny.Open().Set("all"));
    }

    [Fact]
    public void A_set_without_block_groups_is_refused()
    {
        tiny.Write("sets/final.txt", "\n \n");
        Assert.Contains("sets/final.txt", Assert.Throws<PackageException>(() => tiny.Open().Set("final")).Message);
    }

    [Fact]
    public void A_package_without_any_case_is_refused()
    {
        tiny.Remove("sets/example.txt").Remove($"locations/loc-{SmallPackage.BlockGroup}.csv");
        Assert.Contains("no case", Assert.Throws<PackageException>(() => tiny.Open().Set("all")).Message);
    }

    [Fact]
    public void Every_case_is_closed_unless_it_is_an_example()
    {
        Assert.Contains(SmallPackage.BlockGroup, tiny.Open().OpenCases);
        Assert.DoesNotContain(Second, tiny.Open().OpenCases);
        Assert.DoesNotContain(SmallPackage.BlockGroup, tiny.Remove("sets/example.txt").Open().OpenCases);
    }

    public void Dispose() => tiny.Dispose();
}
