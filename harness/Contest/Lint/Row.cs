using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>A line cut into fields once: the lint looks at many columns of a line.</summary>
internal sealed class Row(TextLines lines)
{
    private readonly List<Range> _fields = [];
    private int _line;

    public TextLines Lines => lines;

    public int Line => _line;

    public int Fields => _fields.Count;

    public void MoveTo(int line)
    {
        _line = line;
        _fields.Clear();
        foreach (Range field in lines[line].Split((byte)'\t')) _fields.Add(field);
    }

    /// <summary>The field without white space around it; empty if the column is not there (−1) or the line ends before it.</summary>
    public ReadOnlySpan<byte> this[int column] => TabFields.Trim(Raw(column));

    /// <summary>The field as it stands.</summary>
    public ReadOnlySpan<byte> Raw(int column) => (uint)column < (uint)_fields.Count ? lines[_line][_fields[column]] : [];
}
