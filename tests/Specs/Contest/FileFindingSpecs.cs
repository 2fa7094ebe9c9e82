using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.Contest;

public sealed class FileFindingSpecs : IDisposable
{
    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    [Fact]
    public void Files_are_found_at_any_depth_whatever_the_case_of_their_names()
    {
        foreach (string file in Directory.GetFiles(tiny.Folder, "*", SearchOption.AllDirectories))
        {
            string deep = Path.Combine(tiny.Folder, "some", "DEEP", "er", Path.GetRelativePath(tiny.Folder, file).ToUpperInvariant());
            Directory.CreateDirectory(Path.GetDirectoryName(deep)!);
            File.Move(file, deep);
        }
        DataPackage package = tiny.Open();
        package.RequireRunnable(package.Set("example"), CallingSequence.Official);
        Assert.Equal(3, package.ReadCase(SmallPackage.BlockGroup).Locations.Count);
        Assert.Contains(SmallPackage.BlockGroup, package.OpenCases);
    }

    [Fact]
    public void What_macOS_leaves_in_an_archive_is_ignored()
    {
        tiny.Write("geography/._Parcels.csv", "rubbish");
        tiny.Write("__MACOSX/Parcels.csv", "rubbish").Write("__macosx/deep/Parcels.csv", "rubbish");
        Assert.Equal(3, tiny.ReadCase().Locations.Count);
    }

    [Fact]
    public void One_name_twice_is_fine_if_the_bytes_are_the_same()
    {
        tiny.Write("copy/PARCELS.csv", File.ReadAllBytes(tiny.PathOf("geography/Parcels.csv")));
        Assert.Equal(3, tiny.ReadCase().Locations.Count);
    }

    [Theory]
    [InlineData("copy/PARCELS.csv", "Ref_ID\tAddressID\n7\t1\n7\t3\n")]
    [InlineData("copy/parcels.csv", "Ref_ID\n")]
    [InlineData("copy/sets/example.txt", "250250001002\n")]
    [InlineData("copy/crm-250250001001-3.csv", "")]
    public void One_name_for_different_bytes_is_refused_with_both_paths(string name, string text)
    {
        tiny.Write(name, text);
        PackageException fault = Assert.Throws<PackageException>(tiny.Open);
        Assert.Contains(tiny.PathOf(name), fault.Message);
        var anyCase = new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };
        string other = Directory.GetFiles(tiny.Folder, Path.GetFileName(name), anyCase).Single(path => path != tiny.PathOf(name));
        Assert.Contains(other, fault.Message);
    }

    [Fact]
    public void Files_that_are_not_the_contests_may_be_there_twice()
    {
        tiny.Write("a/notes.csv", "1").Write("b/notes.csv", "2");
        tiny.Write("a/readme.txt", "1").Write("b/readme.txt", "2").Write("b/example.txt", "3");
        Assert.Equal([SmallPackage.BlockGroup], tiny.Open().Set("example"));
    }

    [Fact]
    public void Links_are_followed_but_never_in_a_circle()
    {
        string outside = Directory.CreateTempSubdirectory("linked-events-").FullName;
        try
        {
            Directory.Move(tiny.PathOf("events"), Path.Combine(outside, "events"));
            Directory.CreateSymbolicLink(tiny.PathOf("events"), Path.Combine(outside, "events"));
            Directory.CreateSymbolicLink(tiny.PathOf("circle"), tiny.Folder);
            Directory.CreateSymbolicLink(tiny.PathOf("geography/up"), Path.GetTempPath());
            Directory.CreateSymbolicLink(Path.Combine(outside, "events", "circle"), Path.Combine(outside, "events"));
            using MonthEvents events = tiny.Open().ReadMonth(SmallPackage.BlockGroup, 3);
            Assert.Equal(1, events.Crms.Count);
            Assert.Equal(tiny.PathOf(SmallPackage.Events("crm", 3)), events.Crms.Path);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void A_link_to_nowhere_is_named()
    {
        string link = tiny.Remove("geography/Parcels.csv").PathOf("linked/Parcels.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, tiny.PathOf("nowhere"));
        Assert.Contains(link, tiny.Refusal());
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused()
    {
        PackageException fault = Assert.Throws<PackageException>(() => DataPackage.Open(tiny.PathOf("geography/Parcels.csv")));
        Assert.Contains("Parcels.csv is a file", fault.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        PackageException fault = Assert.Throws<PackageException>(() => DataPackage.Open(tiny.PathOf("nowhere")));
        Assert.Contains("nowhere is not there", fault.Message);
    }

    [Fact]
    public void A_folder_without_any_of_the_contests_files_is_refused()
    {
        Directory.CreateDirectory(tiny.PathOf("empty"));
        PackageException fault = Assert.Throws<PackageException>(() => DataPackage.Open(tiny.PathOf("empty")));
        Assert.Contains("Parcels.csv", fault.Message);
    }

    [Fact]
    public void What_a_run_reads_is_listed_by_ordinal_name()
    {
        DataPackage package = tiny.Remove(SmallPackage.Events("crm", 2)).Open();
        IReadOnlyList<PackageFile> files = package.EnumerateFilesRead([SmallPackage.BlockGroup], CallingSequence.Official);
        string[] names = files.Select(file => file.Name).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        ForEvery.In(files, file => Assert.True(File.Exists(file.Path)));
        // 9 tables, the types, the locations, the set; 11 months of 4 kinds but one file; December's truth.
        Assert.Equal(9 + 1 + 1 + 1 + 11 * 4 - 1 + 1, files.Count);
        Assert.Contains($"emergencies-{SmallPackage.BlockGroup}-12.csv", names);
        Assert.DoesNotContain($"crm-{SmallPackage.BlockGroup}-12.csv", names);
    }

    public void Dispose() => tiny.Dispose();
}
