using System.Security.Cryptography;
using Evaluator.Board.Folder;

namespace Evaluator.Board.Store;

/// <summary>Bytes by their SHA-256, each in a file of its own, written once and never changed.</summary>
/// <remarks>A blob is on the disk, file and folder, before its hash is given out: what a row of the database names is there after a power
/// cut.</remarks>
internal sealed class Blobs
{
    private readonly string root;

    public Blobs(BoardFolder folder)
    {
        root = folder.Blobs;
        foreach (string leftover in Directory.EnumerateFiles(root, "*.part"))
            if (File.GetLastWriteTimeUtc(leftover) < DateTime.UtcNow.AddHours(-1))
                File.Delete(leftover);
    }

    /// <summary>Keeps what a stream holds, read up to a limit.</summary>
    /// <returns>The hash and the size; or null where the stream holds more than <paramref name="limit"/> bytes: reading ended there and
    /// nothing was kept.</returns>
    public async Task<StoredBlob?> Keep(Stream content, long limit, CancellationToken stop)
    {
        string part = Path.Combine(root, Path.GetRandomFileName() + ".part");
        try
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (FileStream file = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                byte[] buffer = new byte[64 * 1024];
                for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
                {
                    size += read;
                    if (size > limit)
                        return null;
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), stop);
                }
                file.Flush(flushToDisk: true);
            }
            string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            Settle(part, sha256);
            return new StoredBlob(sha256, size);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public async Task<StoredBlob> Keep(byte[] content, CancellationToken stop) =>
        (await Keep(new MemoryStream(content), long.MaxValue, stop))!;

    /// <summary>Opens a blob for reading; null where there is none of that hash.</summary>
    public FileStream? Open(string sha256)
    {
        string file = FileOf(sha256);
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous) : null;
    }

    public bool Has(string sha256) => File.Exists(FileOf(sha256));

    /// <summary>Removes a blob for good: what a person had erased was in it, and nothing names it any longer.</summary>
    public void Forget(string sha256) => File.Delete(FileOf(sha256));

    /// <summary>All hashes that are kept; for a backup.</summary>
    public IEnumerable<string> All() =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(IsHash);

    public string FileOf(string sha256) => IsHash(sha256)
        ? Path.Combine(root, sha256[..2], sha256)
        : throw new ArgumentException($"\"{sha256}\" is no SHA-256 in lower-case hex.", nameof(sha256));

    private static bool IsHash(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept("0123456789abcdef");

    private void Settle(string part, string sha256)
    {
        string file = FileOf(sha256);
        string folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        if (!File.Exists(file))
            File.Move(part, file, overwrite: true);
        DurableFolder.Flush(folder);
        DurableFolder.Flush(root);
    }
}
