using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>A line cut into fields once: the lint looks at many columns of a line.</summary>
internal sealed class Row(TextLines lines)
{
    private readonly List<Range> fields = [];
    private int line;

    public TextLines Lines => lines;

    public int Line => line;

    public int Fields => fields.Count;

    public void MoveTo(int line)
    {
        this.line = line;
        fields.Clear();
        foreach (Range field in lines[line].Split((byte)'\t'))
            fields.Add(field);
    }

    /// <summary>The field without white space around it; empty if the column is not there (−1) or the line ends before it.</summary>
    public ReadOnlySpan<byte> this[int column] => TabFields.Trim(Raw(column));

    /// <summary>The field as it stands.</summary>
    public ReadOnlySpan<byte> Raw(int column) => (uint)column < (uint)fields.Count ? lines[line][fields[column]] : [];
}
