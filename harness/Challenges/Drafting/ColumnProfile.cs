using Evaluator.Challenges.Tables;

namespace Evaluator.Challenges.Drafting;

/// <summary>What can be told of a column of answers by looking at it.</summary>
internal sealed class ColumnProfile
{
    private const int MostClasses = 20;

    public ColumnProfile(string name, IReadOnlyList<string> texts)
    {
        Name = name;
        Texts = texts;
        SortedSet<string> distinct = new(StringComparer.Ordinal);
        List<double> numbers = [];
        foreach (string text in texts)
        {
            distinct.Add(text);
            if (TableNumber.Read(text, out double value) is null)
                numbers.Add(value);
        }
        Distinct = distinct.Count;
        IsNumeric = numbers.Count == texts.Count;
        IsWhole = IsNumeric && numbers.TrueForAll(double.IsInteger);
        IsNotNegative = IsNumeric && numbers.TrueForAll(value => value >= 0);
        IsKey = Distinct == texts.Count && !distinct.Contains("");
        WhyNoKey = IsKey ? "" : distinct.Contains("") ? "is empty in some rows" : Doubled(texts);
        Classes = Distinct <= MostClasses ? [.. distinct] : [];
        Numbers = IsNumeric ? numbers : [];
    }

    public string Name { get; }

    public IReadOnlyList<string> Texts { get; }

    public IReadOnlyList<double> Numbers { get; }

    public int Distinct { get; }

    public bool IsNumeric { get; }

    public bool IsWhole { get; }

    public bool IsNotNegative { get; }

    /// <summary>Whether no two rows share a value, and none is empty.</summary>
    public bool IsKey { get; }

    /// <summary>What keeps it from being a key, with the lines; empty where nothing does.</summary>
    public string WhyNoKey { get; }

    /// <summary>The values, where there are few.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Whether it is 0 or 1 in every row.</summary>
    public bool IsIndicator => IsWhole && Distinct == 2 && Numbers.All(value => value is 0 or 1);

    /// <summary>Whether it looks like steps of a scale: whole numbers one after the other, from three to ten of them.</summary>
    public bool IsScale => IsWhole && Distinct is >= 3 and <= 10 && Numbers.Max() - Numbers.Min() == Distinct - 1;

    private static string Doubled(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        for (int row = 0; row < texts.Count; row++)
        {
            // The header is the first line.
            if (!lines.TryAdd(texts[row], row + 2))
                return $"is {TableFaults.Shown(texts[row])} on line {row + 2} as on line {lines[texts[row]]}";
        }
        return "";
    }
}
