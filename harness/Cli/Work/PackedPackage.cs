using System.Formats.Tar;
using System.IO.Compression;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Work;

/// <summary>
/// A data package as one file, for boards to keep and workers to fetch: a tar, zipped, the files that runs read, in ordinal order of their
/// names.
/// </summary>
internal static class PackedPackage
{
    /// <summary>Tar wants a time; the same for all, so that the same files give the same bytes.</summary>
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    /// <param name="archive">A path where nothing stands yet.</param>
    public static void Pack(DataPackage package, string archive)
    {
        using FileStream file = new(archive, FileMode.CreateNew, FileAccess.Write);
        using GZipStream zipped = new(file, CompressionLevel.Optimal);
        using TarWriter tar = new(zipped, TarEntryFormat.Pax);
        foreach (PackageFile one in PackageHash.FilesOf(package))
        {
            using FileStream content = File.OpenRead(one.Path);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, one.Name) { DataStream = content, ModificationTime = Epoch });
        }
    }

    /// <param name="folder">A path where nothing stands yet.</param>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static void Unpack(string archive, string folder)
    {
        Directory.CreateDirectory(folder);
        using FileStream file = File.OpenRead(archive);
        using GZipStream zipped = new(file, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(zipped, folder, overwriteFiles: false);
    }
}
