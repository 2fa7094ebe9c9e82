using System.IO.Compression;
using System.Text;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.HandingIn;

/// <summary>Archives go through the same door: nothing is unpacked, no name leads out, sizes are counted and not believed.</summary>
public class ArchiveSpecs : IDisposable
{
    private readonly HandedInFolder folder = new();

    [Fact]
    public void An_archive_of_sources_is_taken_like_a_folder_of_them()
    {
        HandedIn handedIn =
            HandedIn.Look(Zip(("src/A.cs", "class A;"), ("obj/B.cs", "class B;"), (".git/C.cs", ""), ("notes.txt", "")), null);
        Assert.Equal(Language.CSharp, handedIn.Language);
        Assert.True(handedIn.IsSource);
        Assert.Equal(["src/A.cs"], handedIn.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("../A.cs")]
    [InlineData("src/../../A.cs")]
    [InlineData("/etc/A.cs")]
    [InlineData("src\\A.cs")]
    [InlineData("C:A.cs")]
    [InlineData("src//A.cs")]
    [InlineData("./A.cs")]
    [InlineData("a\0b.cs")]
    public void A_name_that_leads_out_or_is_not_plain_is_rejected(string name) =>
        Assert.Contains("leads out of it or is no plain name", Desk.Rejection(Zip((name, "class A;"))));

    [Fact]
    public void A_name_that_comes_twice_is_rejected() =>
    Assert.Contains("holds A.cs twice", Desk.Rejection(Zip(("A.cs", "class A;"), ("A.cs", "class B;"))));

    [Fact]
    public void A_file_that_is_a_folder_too_is_rejected() =>
    Assert.Contains("as a file and as a folder", Desk.Rejection(Zip(("a", ""), ("a/A.cs", "class A;"))));

    [Fact]
    public void A_link_in_an_archive_is_rejected()
    {
        string path = Path.Combine(folder.Path, "link.zip");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            ZipArchiveEntry entry = archive.CreateEntry("A.cs");
            entry.ExternalAttributes = 0xA1FF << 16;
            using Stream content = entry.Open();
            content.Write("/etc/passwd"u8);
        }
        Assert.Contains("A.cs in link.zip is a link or a device", Desk.Rejection(path));
    }

    [Fact]
    public void A_bomb_is_counted_while_it_unfolds()
    {
        string path = Path.Combine(folder.Path, "bomb.zip");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream content = archive.CreateEntry("A.cs", CompressionLevel.SmallestSize).Open();
            byte[] mebibyte = new byte[1 << 20];
            for (int i = 0; i < 1000; i++)
                content.Write(mebibyte);
        }
        Assert.True(new FileInfo(path).Length < 2_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("at most 1,000,000 are allowed", Desk.Rejection(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
    }

    [Fact]
    public void A_bomb_of_many_files_is_counted_over_all_of_them()
    {
        string mebibyte = new(' ', 900_000);
        string path = Zip([.. Enumerable.Range(0, 500).Select(i => ($"{i}.cs", mebibyte))]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("at most 1,000,000 are allowed", Desk.Rejection(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128 << 20);
    }

    [Fact]
    public void An_archive_of_more_files_than_anybody_makes_is_rejected() =>
        Assert.Contains("more than 10,000 files", Desk.Rejection(Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"{i}.cs", ""))])));

    [Fact]
    public void What_is_no_archive_behind_its_first_bytes_is_rejected() =>
        Assert.Contains("can't be read", Desk.Rejection(folder.Add("a.zip", "PK\u0003\u0004 nothing")));

    public void Dispose() => folder.Dispose();

    private string Zip(params (string Name, string Content)[] entries)
    {
        string path = Path.Combine(folder.Path, "handed-in.zip");
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string content) in entries)
        {
            using Stream stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
        return path;
    }
}
