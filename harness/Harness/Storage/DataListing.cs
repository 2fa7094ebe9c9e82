using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Storage;

/// <summary>
/// The file <c>data.sha256</c>: one line a file that the run reads, <c>HASH  NAME</c> and a line feed, in ordinal order of the names: the
/// form of sha256sum. Its own SHA-256 is the data's hash in <c>run.json</c>. So a shard need read only the files of its own cases to know
/// that it has the data of the plan, and can name the file that is another.
/// </summary>
internal sealed class DataListing
{
    public const string File = "data.sha256";

    private const int MostDifferencesNamed = 5;

    /// <summary>Fewer files are read as fast as they are remembered.</summary>
    private const int FilesWorthRemembering = 1000;

    private readonly SortedDictionary<string, string> hashes;
    private readonly Dictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);
    private readonly Lazy<byte[]> content;

    private DataListing(SortedDictionary<string, string> hashes)
    {
        this.hashes = hashes;
        content = new Lazy<byte[]>(Written);
    }

    public byte[] Content => content.Value;

    /// <param name="folder">Of the package.</param>
    public DataRecord RecordOf(string folder) => new(folder, Sha256, Count, Bytes);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public int Count => hashes.Count;

    public long Bytes { get; private init; }

    /// <exception cref="PackageException">A file can't be read.</exception>
    public static DataListing Of(DataPackage package, IEnumerable<string> cases, CallingSequence sequence)
    {
        IReadOnlyList<PackageFile> files = package.EnumerateFilesRead(cases, sequence);
        string[] hashes = new string[files.Count];
        FileStamp?[] stamps = new FileStamp?[files.Count];
        DataHashes remembered = DataHashes.Of(package.Folder);
        DateTime opened = DateTime.UtcNow;
        long bytes = 0;
        try
        {
            Parallel.For(0, files.Count, i =>
            {
                stamps[i] = FileStamp.Of(files[i].Path);
                (hashes[i], long length) = remembered.Hash(files[i].Path);
                Interlocked.Add(ref bytes, length);
            });
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is IOException or PackageException))
        {
            throw PackageException.FirstOf(several);
        }
        if (files.Count >= FilesWorthRemembering)
            remembered.Keep();
        var listing = new DataListing(new SortedDictionary<string, string>(StringComparer.Ordinal)) { Bytes = bytes };
        for (int i = 0; i < files.Count; i++)
        {
            listing.hashes.Add(files[i].Name, hashes[i]);
            if (stamps[i] is { } stamp && stamp.IsSettled(opened))
                listing.stamps.Add(files[i].Name, stamp);
        }
        return listing;
    }

    /// <summary>What the file was just before it was read; null where that would not show a change: the file was changed a moment before,
    /// or the listing was not made here.</summary>
    public FileStamp? StampOf(string name) => stamps.TryGetValue(name, out FileStamp stamp) ? stamp : null;

    /// <summary>Reads the file, and tells whether it is still the one that was listed.</summary>
    /// <exception cref="PackageException">It is not there, or may not be read.</exception>
    public bool Holds(PackageFile file) => hashes.GetValueOrDefault(file.Name) == DataHashes.HashContent(file.Path).Sha256;

    /// <exception cref="RunFolderException">The run has none, or it is not the one that its manifest names.</exception>
    public static DataListing Read(RunFolder folder)
    {
        string path = Path.Combine(folder.Path, File);
        if (!System.IO.File.Exists(path))
            throw new RunFolderException(
                $"{path} is missing: without it nobody can tell whether the data is that of the plan. Plan the run again, into a new "
                + "folder.");
        var listing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in System.IO.File.ReadLines(path))
        {
            if (line.Split("  ", 2) is [{ Length: 64 } hash, var name])
                listing[name] = hash;
        }
        var read = new DataListing(listing);
        return read.Sha256 == folder.ReadManifest().Data.Sha256
            ? read
            : throw new RunFolderException($"{path} was changed after it was written: run.json names another hash. Put the original back.");
    }

    /// <summary>In what the files that these cases read differ from those listed, in words; empty where they don't.</summary>
    /// <param name="now">What those files are now.</param>
    public IReadOnlyList<string> DifferencesOf(
        DataListing now, DataPackage package, IReadOnlyList<string> cases, CallingSequence sequence)
    {
        List<string> differences = [];
        foreach (string name in DataPackage.NamesOfFilesRead(cases, sequence))
        {
            string? listed = hashes.GetValueOrDefault(name), found = now.hashes.GetValueOrDefault(name);
            if (listed != found)
                differences.Add($"the data file {name}: {Brief(listed)} planned, {Brief(found)} in {package.Folder}");
        }
        return differences.Count <= MostDifferencesNamed
            ? differences
            : [.. differences.Take(MostDifferencesNamed), $"and {differences.Count - MostDifferencesNamed} more data files"];
    }

    private byte[] Written()
    {
        using var bytes = new MemoryStream(hashes.Sum(file => Encoding.UTF8.GetByteCount(file.Key) + file.Value.Length + 3));
        using (var text = new StreamWriter(bytes, leaveOpen: true))
        {
            foreach ((string name, string hash) in hashes)
                text.Write($"{hash}  {name}\n");
        }
        return bytes.ToArray();
    }

    private static string Brief(string? hash) => hash is null ? "none" : $"SHA-256 {hash[..12]}…";
}
