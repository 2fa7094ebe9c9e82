namespace Evaluator.Challenges;

/// <summary>What is handed in to a table challenge and what it is judged against.</summary>
public sealed record TableTask
{
    /// <summary>The largest table that is read, in bytes, where the challenge says nothing.</summary>
    public const long UsualLargestBytes = 32 * 1024 * 1024;

    public required TableShape Shape { get; init; }

    /// <summary>The column that names a row: in the handed-in table, the test table and the answers.</summary>
    public required string Key { get; init; }

    /// <summary>The value column of predictions; a column for each class, in order, of probabilities; none for picks.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How many keys are picked; null unless the shape is picks.</summary>
    public int? Picks { get; init; }

    /// <summary>
    /// The test table, a path under <c>files/</c>: whoever has no answers knows the keys from it. Null where none is named.
    /// </summary>
    public string? Test { get; init; }

    /// <summary>The answers, a path under <c>secret/</c>.</summary>
    public required string Answers { get; init; }

    /// <summary>
    /// The column of the answers that holds the truth (a number, or the class); null for picks, whose columns name theirs.
    /// </summary>
    public string? Truth { get; init; }

    /// <summary>The column of the answers that holds a row's weight; null where all rows weigh the same.</summary>
    public string? Weight { get; init; }

    /// <summary>
    /// The column of the answers that says which set a row belongs to (provisional, final); null where all rows are one set.
    /// </summary>
    public string? Set { get; init; }

    /// <summary>The largest table that is read, in bytes.</summary>
    public long LargestBytes { get; init; } = UsualLargestBytes;
}
