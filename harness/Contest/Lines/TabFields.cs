using System.Buffers;
using System.Text;

namespace Evaluator.Contest.Lines;

/// <summary>The fields of a line, cut at tabs. There is no quoting.</summary>
public static class TabFields
{
    /// <summary>The field of a column (0-based), without white space around it; empty when the line ends before it.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> line, int column)
    {
        for (; column > 0; column--)
        {
            int tab = line.IndexOf((byte)'\t');
            if (tab < 0)
                return [];
            line = line[(tab + 1)..];
        }
        int end = line.IndexOf((byte)'\t');
        return Trim(end < 0 ? line : line[..end]);
    }

    /// <summary>Drops Unicode white space at both ends: a no-break space is common in exported tables.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field)
    {
        while (Rune.DecodeFromUtf8(field, out Rune first, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
            field = field[length..];
        while (Rune.DecodeLastFromUtf8(field, out Rune last, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
            field = field[..^length];
        return field;
    }
}
