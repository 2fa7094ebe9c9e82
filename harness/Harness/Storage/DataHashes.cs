using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Contest;
using Evaluator.Contest.Lines;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Harness.Storage;

/// <summary>
/// The SHA-256 of a package's files, remembered from one run to the next in the user's cache: a file is read again when its
/// <see cref="FileStamp"/> is another, as git does it. Reading 26,000 files takes half a second, looking at them a tenth of that.
/// </summary>
internal sealed class DataHashes
{
    private const string Version = "hashes of a data package, 1";

    private readonly string file;
    private readonly Dictionary<string, (FileStamp Stamp, string Hash)> known;
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Hash)> found = new(StringComparer.Ordinal);
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
    /// <exception cref="PackageException">The file is not there, or may not be read.</exception>
    /// <exception cref="IOException">The machine could not read it.</exception>
    public (string Sha256, long Bytes) Hash(string path)
    {
        FileStamp? stamp = FileStamp.Of(path);
        if (known.TryGetValue(path, out (FileStamp Stamp, string Hash) before) && before.Stamp == stamp)
        {
            found[path] = before;
            return (before.Hash, (long)before.Stamp.Size);
        }
        (string hash, long bytes) = HashContent(path);
        Interlocked.Increment(ref read);
        if (stamp is { } settled && settled.IsSettled(opened) && (ulong)bytes == settled.Size && !path.Contains('\n'))
            found[path] = (settled, hash);
        return (hash, bytes);
    }

    /// <summary>Remembers what was found, beside what was known of files that were not asked for.</summary>
    public void Keep()
    {
        if (read == 0)
            return;
        foreach ((string path, (FileStamp, string) entry) in known)
            found.TryAdd(path, entry);
        using var content = new MemoryStream();
        using (var text = new StreamWriter(content, leaveOpen: true))
        {
            text.Write($"{Version}\n");
            foreach ((string path, (FileStamp stamp, string hash)) in found)
                text.Write($"{hash}\t{stamp}\t{path}\n");
            text.Write($"{Version}\n");
        }
        UserCache.Keep(file, content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>In pieces: the largest table has 60 MB, and the runs' memory has a bound.</summary>
    internal static (string Sha256, long Bytes) HashContent(string path)
    {
        using SafeFileHandle handle = LineFile.Open(path);
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
    private static Dictionary<string, (FileStamp, string)> Remembered(string file)
    {
        var entries = new Dictionary<string, (FileStamp, string)>(StringComparer.Ordinal);
        string first = "", last = "";
        try
        {
            foreach (string line in File.Exists(file) ? File.ReadLines(file) : [])
            {
                if (first.Length == 0)
                    first = line;
                else if (line.Split('\t', 3) is [{ Length: 64 } hash, var stamp, var path] && FileStamp.TryParse(stamp) is { } parsed)
                    entries[path] = (parsed, hash);
                last = line;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
        return first == Version && last == Version ? entries : [];
    }
}
