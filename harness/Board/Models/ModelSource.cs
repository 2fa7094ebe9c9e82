using System.IO.Compression;
using System.Text;

namespace Evaluator.Board.Models;

/// <summary>The text of a submission for people to read: a file, or one of an archive's. Nothing of it is run or loaded.</summary>
/// <param name="Files">The files of an archive; empty for a single file.</param>
/// <param name="Name">The file that is shown.</param>
/// <param name="Text">Null where there is no text to show: a binary, or no such file.</param>
/// <param name="IsCut">Whether more stands in it than is shown.</param>
internal sealed record ModelSource(IReadOnlyList<string> Files, string? Name, string? Text, bool IsCut)
{
    public const int MostBytes = 256 * 1024;

    private const int MostFiles = 1000;

    private static readonly string[] Archives = ["zip", "jar"];

    private static readonly string[] Binaries = ["dll", "class", "so", "exe"];

    public static ModelSource Of(Stream content, string format, string? wanted)
    {
        if (!Archives.Contains(format))
            return Shown([], null, Binaries.Contains(format) ? null : content);
        try
        {
            using ZipArchive zip = new(content, ZipArchiveMode.Read, leaveOpen: true);
            string[] files = [.. zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => entry.FullName)
                .Order(StringComparer.Ordinal).Take(MostFiles)];
            ZipArchiveEntry? entry = zip.GetEntry(wanted ?? files.FirstOrDefault(IsText) ?? "");
            if (entry is null)
                return new ModelSource(files, wanted, null, IsCut: false);
            using Stream text = entry.Open();
            return Shown(files, entry.FullName, text);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return new ModelSource([], null, null, IsCut: false);
        }
    }

    /// <summary>Bytes that are no UTF-8, or have a NUL in them, are no text.</summary>
    private static ModelSource Shown(IReadOnlyList<string> files, string? name, Stream? content)
    {
        if (content is null)
            return new ModelSource(files, name, null, IsCut: false);
        byte[] bytes = new byte[MostBytes + 1];
        int read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        bool isCut = read > MostBytes;
        string text = Encoding.UTF8.GetString(bytes, 0, Math.Min(read, MostBytes));
        // Where it is cut, a letter may be cut as well.
        bool isText = !text.Contains('\0') && !text[..Math.Max(0, text.Length - (isCut ? 4 : 0))].Contains('\uFFFD');
        return new ModelSource(files, name, isText ? text : null, isCut);
    }

    private static bool IsText(string file) => !Binaries.Contains(Path.GetExtension(file).TrimStart('.').ToLowerInvariant());
}
