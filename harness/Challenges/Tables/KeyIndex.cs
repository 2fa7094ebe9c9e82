namespace Evaluator.Challenges.Tables;

/// <summary>
/// Which row of the answers a key is. Where the keys are not known (a format is checked without answers), every key that comes is taken and
/// gets the next row.
/// </summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<string, int> rows;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly List<string> keys = [];

    public KeyIndex(bool isOpen)
    {
        IsOpen = isOpen;
        rows = new Dictionary<string, int>(StringComparer.Ordinal);
        byText = rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether any key is taken.</summary>
    public bool IsOpen { get; }

    public int Count => keys.Count;

    public string this[int row] => keys[row];

    /// <summary>The row of a key, or -1.</summary>
    public int Find(ReadOnlySpan<char> key)
    {
        if (byText.TryGetValue(key, out int row))
            return row;
        return IsOpen ? Add(key.ToString()) : -1;
    }

    /// <returns>The key's new row; -1 where it is there already.</returns>
    public int Add(string key)
    {
        if (!rows.TryAdd(key, keys.Count))
            return -1;
        keys.Add(key);
        return keys.Count - 1;
    }
}
