using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Evaluator.Board.HandingIn;

/// <summary>
/// What can be said of a handed-in file without loading it: whether its bytes are what its name says, and for a zip whether unpacking it
/// could do harm.
/// The worker's own door unpacks it later, and counts again while it reads.
/// </summary>
internal static class HandedIn
{
    private const int MostZipEntries = 1000;
    private const int UnixFileType = 0xF000;
    private const int UnixRegular = 0x8000;
    private const int UnixFolder = 0x4000;

    /// <summary>The format of a file by its name: <c>dll</c>, <c>jar</c>, <c>zip</c>, <c>cs</c> …; empty where the name has no
    /// extension.</summary>
    public static string FormatOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();

    /// <summary>Why the content cannot be what its format says; null where it can.</summary>
    /// <param name="content">At its start; can be sought in.</param>
    /// <param name="unpacked">The most bytes that a zip may hold unpacked.</param>
    public static string? Fault(string format, Stream content, long unpacked)
    {
        Span<byte> start = stackalloc byte[4];
        int read = content.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        content.Position = 0;
        if (content.Length == 0)
            return "The file is empty.";
        return format switch
        {
            "csv" => null,   // its judge says more of it, line by line
            "dll" => read >= 2 && start[0] == 'M' && start[1] == 'Z' ? null : "This is no DLL: it does not begin with MZ.",
            "jar" or "zip" => IsZip(start, read) ? ZipFault(content, unpacked) : $"This is no {format}: it does not begin with PK.",
            _ => TextFault(content),
        };
    }

    private static bool IsZip(ReadOnlySpan<byte> start, int read) =>
        read == 4 && BinaryPrimitives.ReadUInt32LittleEndian(start) == 0x04034B50;

    private static string? ZipFault(Stream content, long unpacked)
    {
        try
        {
            using ZipArchive zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count switch
            {
                0 => "The zip is empty.",
                > MostZipEntries => $"The zip has {zip.Entries.Count:N0} entries; at most {MostZipEntries:N0} are taken.",
                _ => EntriesFault(zip, unpacked),
            };
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException or IOException or ArgumentException)
        {
            return $"The zip cannot be read: {wrong.Message}";
        }
    }

    private static string? EntriesFault(ZipArchive zip, long unpacked)
    {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (PathFault(entry.FullName) is { } path)
                return path;
            if (((entry.ExternalAttributes >> 16) & UnixFileType) is not (0 or UnixRegular or UnixFolder))
                return $"\"{Shown(entry.FullName)}\" is a link or a special file; only files and folders are taken.";
            if (entry.IsEncrypted)
                return $"\"{Shown(entry.FullName)}\" is encrypted; nobody could evaluate it.";
            // What the directory says of sizes is the sender's word: count what comes out.
            using Stream file = entry.Open();
            for (int read; (read = file.Read(buffer)) > 0;)
                if ((total += read) > unpacked)
                    return $"The zip holds more than {unpacked:N0} bytes unpacked.";
        }
        return null;
    }

    private static string? PathFault(string path)
    {
        bool leaves = path.StartsWith('/') || path.Contains('\\') || path.Contains(':') || path.Any(char.IsControl) || path.Length > 500
            || path.Split('/').Any(part => part is ".." or ".");
        return leaves ? $"The zip's entry \"{Shown(path)}\" has a path that leads out of it, or signs that no path has." : null;
    }

    private static string Shown(string path)
    {
        StringBuilder shown = new();
        foreach (char letter in path.AsSpan(0, Math.Min(path.Length, 80)))
            shown.Append(char.IsControl(letter) ? '?' : letter);
        return shown.ToString();
    }

    // A source file may be in any encoding that its compiler takes; what has a NUL is none of them.
    private static string? TextFault(Stream content)
    {
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
            if (buffer.AsSpan(0, read).Contains((byte)0))
                return "This is no source file: it holds NUL bytes. UTF-16 is not taken; save it as UTF-8.";
        return null;
    }
}
