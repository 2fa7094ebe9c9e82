using System.Security.Cryptography;
using System.Text;
using Evaluator.Contest.Lint;

namespace Evaluator.Specs.City;

public class DeterminismSpecs(GeneratedCity city)
{
    /// <summary>SHA-256 over names and bytes of the small city, its oracle and its dirt. Changes only with the model, on purpose.</summary>
    private const string Pinned = "3990010bc1d0d1cff93e955134c3380d4fb67adc0f6e2389f8ea41cf95de0798";

    [Fact]
    public void The_same_seed_gives_the_same_bytes_here_as_on_the_machine_that_pinned_them()
    {
        city.Open();
        Assert.Equal(Pinned, Hash(city.Folder));
    }

    [Fact]
    public void One_thread_writes_what_two_threads_write()
    {
        city.Open();
        (string again, _) = city.Generate("one-thread", GeneratedCity.Options with { Threads = 1 });
        Assert.Equal(Hash(city.Folder), Hash(again));
    }

    [Fact]
    public void Another_seed_gives_other_events_at_the_same_block_groups()
    {
        city.Open();
        (string other, _) = city.Generate("other-seed", GeneratedCity.Options with { Seed = 1 });
        Assert.NotEqual(Hash(city.Folder), Hash(other));
        Assert.Equal(Names(city.Folder), Names(other));
    }

    [Fact]
    public void Switching_one_kind_of_dirt_off_changes_no_other_file()
    {
        city.Open();
        (string without, _) = city.Generate("no-blank-land-use",
            GeneratedCity.Options with { Dirt = GeneratedCity.Options.Dirt.With(DataFault.LandUseBlank, 0) });
        string[] changed = [.. Names(without).Where(name => !Bytes(city.Folder, name).SequenceEqual(Bytes(without, name)))];
        Assert.Equal(["geography/Parcels.csv"], changed);
    }

    private static byte[] Bytes(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in Names(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(Bytes(folder, name));
        }
        hash.AppendData(File.ReadAllBytes(folder + ".oracle"));
        hash.AppendData(File.ReadAllBytes(folder + ".dirt.tsv"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
