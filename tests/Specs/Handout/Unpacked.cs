using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Evaluator.Specs.Handout;

/// <summary>All that competitors can download of a challenge, zips unpacked: name and text of each file. Read with nothing of the
/// evaluator's own.</summary>
internal sealed partial class Unpacked
{
    private Unpacked(List<(string Name, string[] Lines)> files) => Files = files;

    public IReadOnlyList<(string Name, string[] Lines)> Files { get; }

    public static Unpacked Read(string challenge)
    {
        List<(string Name, string[] Lines)> files = [];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(challenge, "files"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            if (!path.EndsWith(".zip", StringComparison.Ordinal))
            {
                files.Add((Path.GetFileName(path), LinesOf(File.ReadAllBytes(path))));
                continue;
            }
            using ZipArchive zip = ZipFile.OpenRead(path);
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                using var bytes = new MemoryStream();
                using Stream content = entry.Open();
                content.CopyTo(bytes);
                files.Add(($"{Path.GetFileName(path)}/{entry.FullName}", LinesOf(bytes.ToArray())));
            }
        }
        return new Unpacked(files);
    }

    public static string[] LinesOf(byte[] bytes) =>
        [.. Encoding.Latin1.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];

    /// <summary>Every date in a line, as 20110905: year first, or month first.</summary>
    public static IEnumerable<int> DatesIn(string line)
    {
        foreach (Match date in YearFirst().Matches(line))
            yield return int.Parse(date.Groups[1].Value) * 10_000 + int.Parse(date.Groups[2].Value) * 100 + int.Parse(date.Groups[3].Value);
        foreach (Match date in MonthFirst().Matches(line))
            yield return int.Parse(date.Groups[3].Value) * 10_000 + int.Parse(date.Groups[1].Value) * 100 + int.Parse(date.Groups[2].Value);
    }

    [GeneratedRegex(@"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")]
    private static partial Regex MonthFirst();
}
