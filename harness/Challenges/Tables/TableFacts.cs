namespace Evaluator.Challenges.Tables;

/// <summary>What sentences about a table to be handed in are made of.</summary>
/// <param name="Columns">The names of the columns that are read.</param>
/// <param name="Key">The key column.</param>
/// <param name="Picks">How many keys are picked; 0 unless the shape is picks.</param>
/// <param name="Keys">How many keys the test table has; 0 where they are not known.</param>
/// <param name="LargestBytes">The most bytes that are read.</param>
/// <param name="LongestLine">The longest line, in characters.</param>
/// <param name="Value">What a value has to be, a sentence; empty for picks.</param>
internal sealed record TableFacts(
    IReadOnlyList<string> Columns, string Key, int Picks, int Keys, long LargestBytes, int LongestLine, string Value)
{
    /// <summary>Of a table of which nothing is known but that it is one.</summary>
    public static TableFacts None { get; } = new([], "", 0, 0, 0, TableText.LongestLine, "");
}
