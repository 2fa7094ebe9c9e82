using System.Text;

namespace Evaluator.Contest.Lines;

/// <summary>
/// Tells a table of lines from what only has its name: another encoding, other line ends, a placeholder. Such files are read without any
/// error, hold no row that can be used, and so change a score silently.
/// </summary>
internal static class FileShape
{
    /// <summary>The 1024 bytes that Git LFS leaves in place of a file begin so (git-lfs, docs/spec.md).</summary>
    private static ReadOnlySpan<byte> LargeFilePointer => "version https://git-lfs.github.com/spec/"u8;

    private static readonly string[] MarkupStarts = ["<!doctype", "<html", "<?xml", "<error"];

    /// <summary>What the file is instead of a table of lines, and what to do; null for a table, or an empty file.</summary>
    public static string? WhyNoTable(TextLines lines)
    {
        if (lines.Count == 0)
            return null;
        ReadOnlySpan<byte> first = lines[0];
        if (first.Contains((byte)0))
            return LooksLikeUtf16(first)
                ? "in UTF-16, where UTF-8 was expected: save it as UTF-8" : "binary, where a table of text was expected";
        if (first.StartsWith(LargeFilePointer))
            return "a Git LFS pointer, not the file itself: `git lfs pull` brings it";
        if (IsMarkup(first))
            return "a web page or XML, where a table was expected: fetch the file again";
        if (first.IndexOfAnyInRange((byte)1, (byte)8) >= 0)
            return "binary (an archive?), where a table of text was expected: unpack it";
        if (lines.Count == 1 && first.Contains((byte)'\r'))
            return "a single line whose lines end at CR alone: save it with line ends LF or CR LF";
        return null;
    }

    /// <summary>What divides the fields of a header instead of TAB; null where there is a TAB, or a single field.</summary>
    public static string? WrongDivider(TextLines lines)
    {
        if (lines.Count == 0 || lines[0].Contains((byte)'\t'))
            return null;
        string? divider = lines[0].Contains((byte)',') ? "commas" : lines[0].Contains((byte)';') ? "semicolons" : null;
        return divider is null ? null : $"divided by {divider}, where TAB was expected: save it as a table divided by TAB";
    }

    private static bool LooksLikeUtf16(ReadOnlySpan<byte> line)
    {
        // A mark of UTF-16 is no UTF-8, so it came through Windows-1252. Without one, every other byte of Latin text is 0.
        ReadOnlySpan<byte> littleEndianMark = "ÿþ"u8, bigEndianMark = "þÿ"u8;
        return line.StartsWith(littleEndianMark) || line.StartsWith(bigEndianMark) || line.Count((byte)0) * 3 > line.Length;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> start = TabFields.Trim(line);
        foreach (string markup in MarkupStarts)
        {
            if (start.Length >= markup.Length && Ascii.EqualsIgnoreCase(start[..markup.Length], markup))
                return true;
        }
        return false;
    }
}
