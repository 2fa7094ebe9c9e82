using Dapper;

namespace Evaluator.Board.Store;

/// <summary>Some texts for an <c>IN</c>, a parameter each. Dapper's own list would go to PostgreSQL as an array, which <c>IN</c> does not
/// take.</summary>
internal sealed class TextList
{
    public TextList(IEnumerable<string> texts)
    {
        List<string> names = [];
        foreach (string text in texts.Distinct(StringComparer.Ordinal))
        {
            names.Add($"@text{names.Count}");
            Values.Add(names[^1], text);
        }
        Sql = names.Count == 0 ? "(NULL)" : $"({string.Join(", ", names)})";    // nothing is IN (NULL)
    }

    /// <summary>What stands behind <c>IN</c>.</summary>
    public string Sql { get; }

    public DynamicParameters Values { get; } = new();
}
