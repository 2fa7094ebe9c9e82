using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Harness.Runs;

/// <summary>
/// The SHA-256 of a package's files, remembered from one run to the next in the user's cache: a file is read again when its
/// <see cref="FileStamp"/> is another, as git does it. Reading 26,000 files takes half a second, looking at them a tenth of that.
/// </summary>
internal sealed class DataHashes
{
    private const string Version = "hashes of a data package, 1";

    private readonly string file;
    private readonly Dictionary<string, (string Stamp, string Hash)> known;
    private readonly ConcurrentDictionary<string, (string Stamp, string Hash)> found = new(StringComparer.Ordinal);
    private readonly DateTime opened;
    private int read;

    private DataHashes(string file, DateTime opened)
    {
        this.file = file;
        this.opened = opened;
        known = Remembered(file);
    }

    public int FilesRead => read;

    public static DataHashes Of(string packageFolder) => Of(packageFolder, DateTime.UtcNow);

    /// <param name="opened">The time now, in UTC.</param>
    internal static DataHashes Of(string packageFolder, DateTime opened) => new(FileFor(packageFolder), opened);

    /// <summary>Where the hashes of a package are remembered.</summary>
    internal static string FileFor(string packageFolder)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(packageFolder)))[..16];
        return Path.Combine(UserCache.Folder, $"data-{key}.txt");
    }

    /// <summary>May be called from many threads.</summary>
    /// <returns>In lower-case hex, and the bytes of the file.</returns>
    /// <exception cref="IOException">The file can't be read; so with an <see cref="UnauthorizedAccessException"/>.</exception>
    public (string Sha256, long Bytes) Hash(string path)
    {
        FileStamp? stamp = FileStamp.Of(path);
        string text = stamp?.ToString() ?? "";
        if (stamp is { } same && known.TryGetValue(path, out (string Stamp, string Hash) before) && before.Stamp == text)
        {
            found[path] = before;
            return (before.Hash, (long)same.Size);
        }
        (string hash, long bytes) = HashContent(path);
        Interlocked.Increment(ref read);
        if (stamp?.IsSettled(opened) == true && (ulong)bytes == stamp.Value.Size && !path.Contains('\n'))
            found[path] = (text, hash);
        return (hash, bytes);
    }

    /// <summary>Remembers what was found, beside what was known of files that were not asked for.</summary>
    public void Keep()
    {
        if (read == 0)
            return;
        foreach ((string path, (string, string) entry) in known)
            found.TryAdd(path, entry);
        var text = new StringBuilder(Version).Append('\n');
        foreach ((string path, (string stamp, string hash)) in found)
            text.Append(hash).Append('\t').Append(stamp).Append('\t').Append(path).Append('\n');
        text.Append(Version).Append('\n');
        try
        {
            Directory.CreateDirectory(UserCache.Folder);
            AtomicFile.Replace(file, Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A read-only home: the next run reads all files again.
        }
    }

    /// <summary>In pieces: the largest table has 60 MB, and the runs' memory has a bound.</summary>
    private static (string Sha256, long Bytes) HashContent(string path)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = ArrayPool<byte>.Shared.Rent(1 << 17);
        long bytes = 0;
        while (RandomAccess.Read(handle, piece, bytes) is > 0 and int length)
        {
            hash.AppendData(piece, 0, length);
            bytes += length;
        }
        ArrayPool<byte>.Shared.Return(piece);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    /// <returns>Empty where nothing, or nothing whole, is remembered.</returns>
    private static Dictionary<string, (string, string)> Remembered(string file)
    {
        var entries = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        string[] lines;
        try
        {
            lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return entries;
        }
        if (lines.Length < 2 || lines[0] != Version || lines[^1] != Version)
            return entries;
        foreach (string line in lines.AsSpan(1..^1))
        {
            if (line.Split('\t', 3) is [{ Length: 64 } hash, var stamp, var path])
                entries[path] = (stamp, hash);
        }
        return entries;
    }
}
