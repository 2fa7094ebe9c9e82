namespace Evaluator.Contest.Lines;

/// <summary>How many rows have another number of fields than the header: their columns are not those that the header names.</summary>
/// <param name="Rows">Rows of the file, without the header.</param>
/// <param name="Longer">Rows with more fields than the header.</param>
/// <param name="Shorter">Rows with fewer fields.</param>
internal readonly record struct RowWidths(int Rows, int Longer, int Shorter)
{
    /// <summary>Dirt of single rows is normal and passed on; from this share on, it is the file that has another form.</summary>
    private const int OneRowIn = 10;

    private const int FewestRows = 2;

    public bool AreOfAnotherForm => Math.Max(Longer, Shorter) >= FewestRows && Math.Max(Longer, Shorter) * OneRowIn > Rows;

    /// <summary>The fault in words, for a file of another form.</summary>
    public string What => Longer >= Shorter
        ? Longer == Rows ? "with more fields in every row than in the header (row names of R? write it with row.names = FALSE)"
        : "with rows longer than the header"
        : "with rows shorter than the header";

    public static RowWidths Of(TextLines lines)
    {
        if (lines.Count < 2)
            return default;
        int columns = lines[0].Count((byte)'\t'), longer = 0, shorter = 0;
        for (int line = 1; line < lines.Count; line++)
        {
            int fields = lines[line].Count((byte)'\t');
            longer += fields > columns ? 1 : 0;
            shorter += fields < columns ? 1 : 0;
        }
        return new RowWidths(lines.Count - 1, longer, shorter);
    }
}
