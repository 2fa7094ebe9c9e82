using System.Security.Cryptography;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>A file of a run folder that comes from the board, checked by its hash.</summary>
internal static class FetchedFile
{
    /// <exception cref="IOException">It came with another hash, or can't be kept.</exception>
    public static void Require(WorkBoard board, Lease lease, string folder, RunFile file)
    {
        string path = Path.GetFullPath(Path.Combine(folder, file.Name));
        if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
            throw new IOException($"the board names a file that would lie outside of the run folder: {file.Name}");
        if (File.Exists(path) && HashOf(path) == file.Sha256)
            return;
        string part = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            board.DownloadFile(lease, file, content =>
            {
                using FileStream saved = File.Create(part);
                content.CopyTo(saved);
            });
            string hash = HashOf(part);
            if (hash != file.Sha256)
                throw new IOException($"{file.Name} of {lease.Evaluation.Id} came with SHA-256 {hash}; the board named {file.Sha256}.");
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
