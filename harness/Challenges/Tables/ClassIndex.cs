namespace Evaluator.Challenges.Tables;

/// <summary>
/// The classes of the answers, numbered. Where all of them are numbers they are told apart as such, so that 1 and 1.0 are one class (pandas
/// writes a column of whole numbers with a gap in it as 1.0), and stand in their order; else by their text, in the order of its characters.
/// </summary>
internal sealed class ClassIndex
{
    private const int WidestScale = 1000;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<double, int> byNumber = [];

    private ClassIndex(IReadOnlyList<string> names)
    {
        Names = names;
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        AreNumbers = names.Count > 0;
        for (int @class = 0; @class < names.Count; @class++)
        {
            numbers[names[@class]] = @class;
            AreNumbers &= TableNumber.Read(names[@class], out double value) is null && byNumber.TryAdd(value, @class);
        }
        byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The classes in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether every class is a number.</summary>
    public bool AreNumbers { get; }

    /// <summary>Classes in a given order: the columns of a table of probabilities.</summary>
    public static ClassIndex Of(IReadOnlyList<string> names) => new(names);

    /// <summary>The classes that are among the texts of the answers.</summary>
    /// <param name="texts">A text a row.</param>
    /// <param name="isScale">Whether they are steps of a scale: whole numbers between the least and the greatest are classes too.</param>
    public static ClassIndex Among(IEnumerable<string> texts, bool isScale)
    {
        SortedDictionary<double, string> numbers = [];
        SortedSet<string> names = new(StringComparer.Ordinal);
        bool areNumbers = true;
        foreach (string text in texts)
        {
            names.Add(text);
            if (areNumbers && TableNumber.Read(text, out double value) is null)
                numbers.TryAdd(value, text);
            else
                areNumbers = false;
        }
        if (!areNumbers || numbers.Count == 0)
            return new ClassIndex([.. names]);
        double least = numbers.Keys.First(), greatest = numbers.Keys.Last();
        if (isScale && numbers.Keys.All(double.IsInteger) && greatest - least < WidestScale)
        {
            for (double step = least; step < greatest; step++)
                numbers.TryAdd(step, step.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return new ClassIndex([.. numbers.Values]);
    }

    /// <summary>The class that a text names, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        if (AreNumbers)
            return TableNumber.Read(text, out double value) is null && byNumber.TryGetValue(value, out int number) ? number : -1;
        return byText.TryGetValue(text, out int @class) ? @class : -1;
    }
}
