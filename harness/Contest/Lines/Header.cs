using System.Text;

namespace Evaluator.Contest.Lines;

/// <summary>Finds columns by the names in a file's first line: any order, any case, white space around them ignored.</summary>
public static class Header
{
    /// <summary>The 0-based column of that name, the first if there are several; −1 if there is none.</summary>
    public static int Find(ReadOnlySpan<byte> headerLine, string name)
    {
        int column = 0;
        foreach (Range range in headerLine.Split((byte)'\t'))
        {
            if (IsNamed(TabFields.Trim(headerLine[range]), name))
                return column;
            column++;
        }
        return -1;
    }

    /// <summary>The 0-based column of that name.</summary>
    /// <exception cref="PackageException">There is none; the message ends with <paramref name="advice"/>.</exception>
    public static int Require(TextLines lines, string name, string advice = "")
    {
        if (lines.Count == 0)
            throw new PackageException($"{lines.Path}, line 1: the file is empty; a header line with the column '{name}' was expected.");
        int column = Find(lines[0], name);
        if (column >= 0)
            return column;
        throw new PackageException(
            $"{lines.Path}, line {lines.FileLineNumber(0)}: the header has no column '{name}'; it has {Names(lines.GetString(0))}." +
            $"{HintAtUtf16(lines[0])}{(advice.Length == 0 ? " Name the column so." : " " + advice)}");
    }

    private static bool IsNamed(ReadOnlySpan<byte> field, string name) =>
        Ascii.EqualsIgnoreCase(field, name) ||
        (!Ascii.IsValid(name) && string.Equals(Encoding.UTF8.GetString(field), name, StringComparison.OrdinalIgnoreCase));

    private static string Names(string headerLine)
    {
        const int MostCharacters = 300;
        string names = string.Join(", ", headerLine.Split('\t').Select(name => $"'{name.Trim()}'"));
        return names.Length <= MostCharacters ? names : names[..MostCharacters] + "…";
    }

    private static string HintAtUtf16(ReadOnlySpan<byte> headerLine) =>
        headerLine.Contains((byte)0) ? " The file seems to be UTF-16: save it as UTF-8." : "";
}
