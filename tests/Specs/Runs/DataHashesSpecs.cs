using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Runs;

public sealed class DataHashesSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    /// <summary>Late enough that everything written before has settled.</summary>
    private static DateTime Later => DateTime.UtcNow.AddSeconds(10);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        File.Delete(DataHashes.FileFor(folder));
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_read_again()
    {
        string file = Written("abc");
        Assert.Equal(("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), Hashed(file, Later, filesRead: 1));
        Assert.Equal(("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), Hashed(file, Later, filesRead: 0));
    }

    [Fact]
    public void A_change_that_hides_its_length_and_its_time_is_seen()
    {
        string file = Written("abc");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, time);
        string before = Hashed(file, Later, filesRead: 1).Sha256;
        Thread.Sleep(20);    // the file system's clock ticks
        File.WriteAllText(file, "abd");
        File.SetLastWriteTimeUtc(file, time);
        Assert.NotEqual(before, Hashed(file, Later, filesRead: 1).Sha256);
    }

    [Fact]
    public void What_may_still_change_within_a_tick_of_the_clock_is_not_remembered()
    {
        string file = Written("abc");
        Hashed(file, DateTime.UtcNow, filesRead: 1);
        Hashed(file, DateTime.UtcNow, filesRead: 1);
    }

    [Fact]
    public void A_torn_memory_is_none()
    {
        string file = Written("abc");
        Hashed(file, Later, filesRead: 1);
        string remembered = DataHashes.FileFor(folder);
        File.WriteAllText(remembered, File.ReadAllText(remembered)[..^10]);
        Hashed(file, Later, filesRead: 1);
    }

    [Fact]
    public void Files_that_were_not_asked_for_stay_remembered()
    {
        string first = Written("abc"), second = Written("def");
        Hashed(first, Later, filesRead: 1);
        Hashed(second, Later, filesRead: 1);
        Hashed(first, Later, filesRead: 0);
    }

    private string Written(string content)
    {
        string file = Path.Combine(folder, $"{Guid.NewGuid()}.csv");
        File.WriteAllText(file, content);
        return file;
    }

    private (string Sha256, long Bytes) Hashed(string file, DateTime opened, int filesRead)
    {
        DataHashes hashes = DataHashes.Of(folder, opened);
        (string, long) hash = hashes.Hash(file);
        hashes.Keep();
        Assert.Equal(filesRead, hashes.FilesRead);
        return hash;
    }
}
