using System.IO.Compression;
using Evaluator.Confinement.Repositories;

namespace Evaluator.Cli.Work;

/// <summary>A zip of a commit's files. The same files make the same bytes, whoever packs them and when.</summary>
internal static class FolderZip
{
    /// <summary>The first moment that a zip can name.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IReadOnlyList<CommittedFile> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (CommittedFile file in files)
            {
                ZipArchiveEntry entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = Never;
                using Stream content = entry.Open();
                content.Write(file.Content);
            }
        }
        return packed.ToArray();
    }
}
