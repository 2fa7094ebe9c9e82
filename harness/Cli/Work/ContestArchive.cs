using System.Security.Cryptography;
using System.Text.Json;
using Evaluator.Contest.Package;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// How a board keeps the data package of a predictor challenge: packed, as <c>secret/data.tar.gz</c>, and <c>secret/data.json</c> with its
/// hashes. In the organiser's own folder the package may stand unpacked, as <c>secret/data/</c>.
/// </summary>
internal static class ContestArchive
{
    public const string PackageFolder = "secret/data";

    private const string Archive = "secret/data.tar.gz", Reference = "secret/data.json";

    /// <param name="challenge">The folder of the challenge that gets them.</param>
    public static void Pack(DataPackage package, string challenge)
    {
        string archive = Path.Combine(challenge, Archive);
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        PackedPackage.Pack(package, archive);
        using FileStream packed = File.OpenRead(archive);
        var reference = new DataReference(PackageHash.Of(package), Convert.ToHexStringLower(SHA256.HashData(packed)), packed.Length);
        File.WriteAllBytes(
            Path.Combine(challenge, Reference), JsonSerializer.SerializeToUtf8Bytes(reference, JobsJson.Default.DataReference));
    }

    public static void CopyWithoutPackage(string challenge, string copy)
    {
        string package = Path.Combine(challenge, PackageFolder) + "/";
        foreach (string file in Directory.EnumerateFiles(challenge, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(package, StringComparison.Ordinal)))
        {
            string there = Path.Combine(copy, Path.GetRelativePath(challenge, file));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(file, there);
        }
    }
}
