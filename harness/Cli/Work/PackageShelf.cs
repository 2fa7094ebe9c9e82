using System.Security.Cryptography;
using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// Data packages on this machine's disk: one that the operator named, or each downloaded once and unpacked. Either is used only if all
/// files that a run reads have the hash that the board names.
/// </summary>
/// <param name="root">Where packages that were downloaded stand, by their hash.</param>
/// <param name="own">A package that is here already; null for none.</param>
internal sealed class PackageShelf(string root, string? own, WorkBoard board)
{
    private readonly Dictionary<string, DataPackage> open = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <exception cref="PackageException">The data is not what the board names.</exception>
    /// <exception cref="IOException">It can't be downloaded or kept.</exception>
    public DataPackage Find(Lease lease)
    {
        DataReference data = lease.Evaluation.Data;
        lock (gate)
        {
            if (open.TryGetValue(data.Sha256, out DataPackage? package))
                return package;
            package = DataPackage.Open(own is not null && PackageHash.Of(DataPackage.Open(own)) == data.Sha256 ? own : Downloaded(lease));
            open.Add(data.Sha256, package);
            return package;
        }
    }

    /// <summary>Opened anew: what an opened package notes down belongs to one plan.</summary>
    public DataPackage Fresh(Lease lease) => DataPackage.Open(Find(lease).Folder);

    private string Downloaded(Lease lease)
    {
        DataReference data = lease.Evaluation.Data;
        string folder = Path.Combine(root, data.Sha256);
        if (Directory.Exists(folder))
            return folder;
        Console.Error.WriteLine($"fetching the data package {data.Sha256[..12]} ({data.ArchiveBytes:N0} bytes)");
        Directory.CreateDirectory(root);
        string part = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            string archive = Path.Combine(root, $"{Path.GetFileName(part)}.tar.gz");
            try
            {
                board.DownloadData(lease, content => Save(content, archive, data.ArchiveSha256));
                PackedPackage.Unpack(archive, part);
            }
            finally
            {
                File.Delete(archive);
            }
            RequireHash(part, data.Sha256);
            Settle(part, folder);
            return folder;
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
        }
    }

    private static void Save(Stream content, string path, string sha256)
    {
        using (FileStream file = File.Create(path))
            content.CopyTo(file);
        using FileStream saved = File.OpenRead(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(saved));
        if (hash != sha256)
            throw new IOException(
                $"the data package came with SHA-256 {hash}; the board named {sha256}. Something between the board and here changed it.");
    }

    private static void RequireHash(string folder, string sha256)
    {
        string hash = PackageHash.Of(DataPackage.Open(folder));
        if (hash != sha256)
            throw new PackageException(
                $"the data package that the board sent has the hash {hash}, and {sha256} was expected. Add the challenge to the board "
                + "again.");
    }

    /// <summary>Another worker of this machine may have fetched it meanwhile.</summary>
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
}
