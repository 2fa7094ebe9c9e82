using System.IO.Compression;
using System.Security.Cryptography;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// Submissions on this machine's disk, each in a folder named by the hash of what was handed in; downloaded once, checked, and unpacked
/// where it is a zip.
/// </summary>
internal sealed class SubmissionShelf(string root, WorkBoard board)
{
    /// <summary>What a predictor may be made of is about 1 MB (ruling 9); a zip may carry tests and notes beside it.</summary>
    private const long MostBytesUnpacked = 64L * 1024 * 1024;

    private const int MostFiles = 5000;

    /// <summary>The file or folder to open.</summary>
    /// <param name="rejection">Why it can't be opened, in words for who handed it in; null where it can.</param>
    /// <returns>Null where the submission is rejected.</returns>
    /// <exception cref="IOException">What came is not what the board named.</exception>
    public string? Find(Lease lease, out string? rejection)
    {
        HandedInFile handedIn = lease.Evaluation.Submission;
        string folder = Path.Combine(root, handedIn.Sha256);
        rejection = null;
        if (!Directory.Exists(folder))
            rejection = Fetch(lease, handedIn, folder);
        return rejection is null ? PredictorIn(folder, Path.GetFileName(handedIn.Name)) : null;
    }

    /// <returns>Why it can't be unpacked; null where it is there now.</returns>
    private string? Fetch(Lease lease, HandedInFile handedIn, string folder)
    {
        Directory.CreateDirectory(root);
        string part = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(part);
            string file = Path.Combine(part, Path.GetFileName(handedIn.Name));
            board.DownloadSubmission(lease, content => Save(content, file, handedIn));
            if (IsZip(handedIn.Name) && Unpack(file, Path.Combine(part, Path.GetFileNameWithoutExtension(file))) is { } wrong)
                return wrong;
            Settle(part, folder);
            return null;
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
    }

    private static void Save(Stream content, string path, HandedInFile handedIn)
    {
        using (FileStream file = File.Create(path))
            content.CopyTo(file);
        using FileStream saved = File.OpenRead(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(saved));
        if (hash != handedIn.Sha256)
            throw new IOException(
                $"the submission {handedIn.Name} came with SHA-256 {hash}; the board named {handedIn.Sha256}. Something between the board "
                + "and here changed it.");
    }

    /// <summary>Two places of a worker may fetch the same at once: the first counts.</summary>
    private static void Settle(string part, string folder)
    {
        try
        {
            Directory.Move(part, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // It is there, by the other.
        }
    }

    /// <returns>What is wrong with the zip; null where it was unpacked.</returns>
    private static string? Unpack(string file, string folder)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            ZipArchiveEntry[] entries = [.. zip.Entries.Where(entry => !entry.FullName.EndsWith('/'))];
            if (entries.Length > MostFiles)
                return $"the zip holds {entries.Length:N0} files; at most {MostFiles:N0} are taken.";
            string common = CommonFolder(entries);
            long left = MostBytesUnpacked;
            foreach (ZipArchiveEntry entry in entries)
            {
                string path = Path.GetFullPath(Path.Combine(folder, entry.FullName[common.Length..]));
                if (!path.StartsWith(folder + "/", StringComparison.Ordinal) || entry.FullName.Contains('\\')
                    || entry.FullName.Contains('\0'))
                    return "the zip holds a file whose name leads out of it, or has a backslash; pack the folder again with forward "
                        + "slashes and relative names.";
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using Stream content = entry.Open();
                using FileStream unpacked = new(path, FileMode.CreateNew, FileAccess.Write);
                left -= Copy(content, unpacked, left);
                if (left < 0)
                    return $"the zip unpacks to more than {MostBytesUnpacked:N0} bytes.";
            }
            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            return $"the zip can't be read: {broken.Message}";
        }
        catch (IOException twice) when (twice is not FileNotFoundException && twice.HResult == AlreadyThere)
        {
            return "the zip holds two files of one name.";
        }
    }

    /// <summary>EEXIST, as .NET carries it.</summary>
    private const int AlreadyThere = 17;

    /// <returns>The bytes copied; one more than <paramref name="most"/> where there are more.</returns>
    private static long Copy(Stream from, Stream to, long most)
    {
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            copied += read;
            if (copied > most)
                return most + 1;
            to.Write(buffer, 0, read);
        }
        return copied;
    }

    /// <summary>
    /// A zip of a folder has its name before everything, or not, as the packer likes; the predictor's hash covers names within the folder.
    /// </summary>
    private static string CommonFolder(ZipArchiveEntry[] entries)
    {
        int end = entries.Length == 0 ? -1 : entries[0].FullName.IndexOf('/');
        string first = end < 0 ? "" : entries[0].FullName[..(end + 1)];
        return first is "" or "../" or "./" or "/"
            || !Array.TrueForAll(entries, entry => entry.FullName.StartsWith(first, StringComparison.Ordinal)) ? "" : first;
    }

    private static string PredictorIn(string folder, string name)
    {
        if (!IsZip(name))
            return Path.Combine(folder, name);
        string unpacked = Path.Combine(folder, Path.GetFileNameWithoutExtension(name));
        return BuiltFolder.AssemblyIn(unpacked) ?? unpacked;
    }

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
