using System.Security.Cryptography;
using System.Text;
using Evaluator.Contest;

namespace Evaluator.Harness.Runs;

/// <summary>What a run reads of a data package, as <c>run.json</c> keeps it.</summary>
/// <param name="Folder">Where it was.</param>
/// <param name="Sha256">
/// SHA-256 of a listing with one line a file, <c>HASH  NAME</c> and a line feed, in ordinal order of the names: the form of sha256sum, so
/// that anybody can make it again. Lower-case hex.
/// </param>
/// <param name="Bytes">Of all files together.</param>
public sealed record DataRecord(string Folder, string Sha256, int Files, long Bytes)
{
    /// <exception cref="PackageException">A file can't be read.</exception>
    internal static DataRecord Of(DataPackage package, IReadOnlyList<string> cases, CallingSequence sequence)
    {
        IReadOnlyList<PackageFile> files = package.EnumerateFilesRead(cases, sequence);
        string[] lines = new string[files.Count];
        long bytes = 0;
        try
        {
            Parallel.For(0, files.Count, i =>
            {
                byte[] content = File.ReadAllBytes(files[i].Path);
                lines[i] = $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {files[i].Name}\n";
                Interlocked.Add(ref bytes, content.Length);
            });
        }
        catch (AggregateException several) when (several.InnerException is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"the data can't be read: {several.InnerException.Message}", several);
        }
        string listing = string.Concat(lines);
        return new DataRecord(package.Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing))), files.Count, bytes);
    }
}
