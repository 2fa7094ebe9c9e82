using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Harbour;
using Evaluator.Harbour.Files;
using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The folder of the challenge: what is in it, who may see what, and that it is the same everywhere.</summary>
public class FolderSpecs(GeneratedHarbour harbour)
{
    /// <summary>SHA-256 over names and bytes of the small harbour; of the zip, over what is in it. Changes only with the model or the
    /// texts, on purpose.</summary>
    private const string Pinned = "e6029317ba911db75bb595068cda38ac97fde0372d95012d2be70b8386cb153c";

    [Fact]
    public void The_same_seed_gives_the_same_bytes_here_as_on_the_machine_that_pinned_them() =>
        Assert.Equal(Pinned, Hash(harbour.Folder(Language.English)));

    [Fact]
    public void One_core_writes_what_two_cores_write()
    {
        string again = harbour.Generate("one-core", GeneratedHarbour.Options with { Threads = 1 });
        string folder = harbour.Folder(Language.English);
        Assert.Equal(Names(folder), Names(again));
        Assert.DoesNotContain(Names(folder), name => !Bytes(folder, name).SequenceEqual(Bytes(again, name)));
    }

    [Fact]
    public void Another_seed_gives_other_containers()
    {
        string other = harbour.Generate("other-seed", GeneratedHarbour.Options with { Seed = DrawnHarbours.SeedOf(2) });
        string folder = harbour.Folder(Language.English);
        Assert.NotEqual(Bytes(folder, "files/trainingset_cokehaven.csv"), Bytes(other, "files/trainingset_cokehaven.csv"));
        Assert.NotEqual(Bytes(folder, "secret/answers.csv"), Bytes(other, "secret/answers.csv"));
    }

    [Fact]
    public void Both_languages_have_the_same_containers_and_answers()
    {
        (string english, string dutch) = (harbour.Folder(Language.English), harbour.Folder(Language.Dutch));
        Assert.Equal(Bytes(english, "secret/answers.csv"), Bytes(dutch, "secret/answers.csv"));
        Assert.Equal(Bytes(english, "files/douane-rotterdam.csv"), Bytes(dutch, "files/douane-rotterdam.csv"));
        string[] words = Lines(english, "files/testset_cokehaven.csv"), woorden = Lines(dutch, "files/testset_cokehaven.csv");
        Assert.Equal(words[0], woorden[0]);
        Assert.Equal(words.Length, woorden.Length);
        Assert.Contains(words, line => line.Contains(",Vegetables,", StringComparison.Ordinal));
        Assert.Contains(woorden, line => line.Contains(",Groente,", StringComparison.Ordinal));
    }

    [Fact]
    public void No_value_needs_a_quote_and_every_row_is_whole()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            foreach ((string table, int columns) in ((string, int)[])[("trainingset_cokehaven.csv", 15), ("testset_cokehaven.csv", 13)])
            {
                string[] lines = Lines(harbour.Folder(language), "files/" + table);
                Assert.DoesNotContain(lines,
                    line => line.Contains('"') || line.Split(',').Length != columns || line.Split(',').Any(value => value.Length == 0));
            }
        }
    }

    [Fact]
    public void Nothing_for_competitors_tells_an_answer_or_the_seed()
    {
        string folder = harbour.Folder(Language.English);
        HashSet<string> secret = [.. Lines(folder, "secret/answers.csv").Skip(1).Select(line => line.Split(',')[0])];
        Assert.Equal(GeneratedHarbour.Containers / 5, secret.Count);
        HashSet<string> trained = [.. Lines(folder, "files/trainingset_cokehaven.csv").Skip(1).Select(line => line.Split(',')[0])];
        Assert.Empty(trained.Intersect(secret));
        Assert.DoesNotContain("coke", Lines(folder, "files/testset_cokehaven.csv")[0]["containerid".Length..], StringComparison.Ordinal);
        string seed = File.ReadAllText(Path.Combine(folder, "secret", "seed.txt")).Trim();
        Assert.Equal(64, seed.Length);
        string[] open = [.. Names(folder).Where(name => !name.StartsWith("secret/", StringComparison.Ordinal))];
        Assert.Contains("files/coke-haven-starter.zip", open);
        Assert.DoesNotContain(open,
            name => Encoding.UTF8.GetString(Bytes(folder, name)).Contains(seed.TrimStart('0').PadLeft(8, '0'), StringComparison.Ordinal));
        Assert.Contains(HarbourSeed.Parse(seed).Hash, File.ReadAllText(Path.Combine(folder, "story.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_final_part_divides_the_test_table_and_its_finds()
    {
        string folder = harbour.Generate(
            "final", GeneratedHarbour.Options with { FinalShare = 0.5, Closes = GeneratedHarbour.Options.Opens.AddDays(1) });
        string[][] rows = [.. Lines(folder, "secret/answers.csv").Skip(1).Select(line => line.Split(','))];
        Assert.Equal(rows.Length / 2, rows.Count(row => row[3] == "final"), 1.0);
        Assert.Equal(rows.Count(row => row[1] == "1") / 2, rows.Count(row => row[1] == "1" && row[3] == "final"), 1.0);
    }

    [Fact]
    public void A_secret_seed_is_a_new_one_each_time() => Assert.NotEqual(HarbourSeed.Secret().Text, HarbourSeed.Secret().Text);

    [Theory]
    [InlineData("")]
    [InlineData("seed")]
    [InlineData("12 34")]
    [InlineData("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff0")]
    public void What_is_no_seed_is_refused(string text) =>
    Assert.Contains("hexadecimal", Assert.Throws<FormatException>(() => HarbourSeed.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_is_not_empty_is_not_touched()
    {
        string folder = harbour.NewFolder("taken");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "mine");
        Assert.Contains("not empty",
            Assert.Throws<HarbourException>(() => HarbourFolder.Generate(folder, GeneratedHarbour.Options)).Message,
                StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)));
        Assert.False(Directory.Exists(folder + ".partial"));
    }

    [Fact]
    public void Options_that_make_no_contest_are_refused_with_what_to_ask_for()
    {
        HarbourOptions options = GeneratedHarbour.Options;
        Assert.Throws<HarbourException>((options with { Containers = 3_999 }).Check);
        Assert.Throws<HarbourException>((options with { Containers = 1_000_000 }).Check);
        Assert.Throws<HarbourException>((options with { FinalShare = 0.5 }).Check);
        Assert.Throws<HarbourException>((options with { FinalShare = double.NaN }).Check);
        Assert.Throws<HarbourException>((options with { Closes = options.Opens }).Check);
        options.Check();
    }

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in Names(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(name.EndsWith(".zip", StringComparison.Ordinal) ? InZip(folder, name) : Bytes(folder, name));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The packed bytes are the compressor's, and may differ between processors; what comes out of them may not.</summary>
    private static byte[] InZip(string folder, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(Path.Combine(folder, name));
        using var all = new MemoryStream();
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            all.Write(Encoding.UTF8.GetBytes(entry.FullName + "\n"));
            using Stream content = entry.Open();
            content.CopyTo(all);
        }
        return all.ToArray();
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal)];

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));

    private static string[] Lines(string folder, string name) => File.ReadAllLines(Path.Combine(folder, name));
}
