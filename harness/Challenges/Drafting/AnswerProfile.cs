using Evaluator.Challenges.Tables;

namespace Evaluator.Challenges.Drafting;

/// <summary>A table of answers, looked at column by column.</summary>
internal sealed class AnswerProfile
{
    private static readonly string[] SetNames = ["set", "usage", "split", "part"];

    private static readonly string[] WeightNames = ["weight", "weights", "sample_weight"];

    private AnswerProfile(IReadOnlyList<ColumnProfile> columns) => Columns = columns;

    public IReadOnlyList<ColumnProfile> Columns { get; }

    public int Rows => Columns[0].Texts.Count;

    /// <summary>The column that says which set a row belongs to, where one is called so and has few values.</summary>
    public ColumnProfile? Set => Columns.FirstOrDefault(column => IsCalled(column, SetNames) && column.Distinct is >= 2 and <= 5);

    /// <summary>The column of weights, where one is called so.</summary>
    public ColumnProfile? Weight => Columns.FirstOrDefault(column => IsCalled(column, WeightNames) && column.IsNotNegative);

    /// <exception cref="DraftException">It is no table, or has nothing in it.</exception>
    public static AnswerProfile Read(Stream bytes)
    {
        TableFaults faults = new(TableWords.English);
        using TableRows rows = TableRows.Open(bytes, long.MaxValue, faults);
        List<string>[] texts = [.. rows.Header.Select(_ => new List<string>())];
        while (!faults.Any && rows.Next())
        {
            if (rows.Fields != texts.Length)
                throw new DraftException($"line {rows.Line} of the answers has {rows.Fields} fields where the header has {texts.Length}.");
            for (int field = 0; field < texts.Length; field++)
                texts[field].Add(rows.Field(field).ToString());
        }
        if (faults.Any)
        {
            throw new DraftException($"the answers can't be read. {string.Join(". ", faults.ToList())}.");
        }
        if (texts.Length < 2 || texts[0].Count < 2)
            throw new DraftException($"the answers have {texts.Length} columns and {texts.FirstOrDefault()?.Count ?? 0} rows; "
                + "a key, an answer and two rows at least were expected. Are its columns parted by commas?");
        string? doubled = rows.Header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(names => names.Count() > 1)?.Key;
        if (doubled is not null)
            throw new DraftException($"the answers have the column `{doubled}` twice.");
        return new AnswerProfile([.. rows.Header.Zip(texts, (name, column) => new ColumnProfile(name, column))]);
    }

    /// <summary>A column by its name.</summary>
    /// <exception cref="DraftException">There is none.</exception>
    public ColumnProfile Find(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new DraftException(
            $"the answers have no column `{name}`; there are {string.Join(", ", Columns.Select(column => column.Name))}.");

    private static bool IsCalled(ColumnProfile column, string[] names) =>
        names.Contains(column.Name.Trim(), StringComparer.OrdinalIgnoreCase);
}
