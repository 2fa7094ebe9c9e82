using System.Globalization;
using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// What a table that is handed in has to look like: for the upload form, which says it before anything is sent, and for what is said of a
/// fault.
/// </summary>
public sealed class TableForm
{
    private const int LinesShown = 4;

    private readonly TableTask task;
    private readonly ValueDemands demands;
    private readonly IReadOnlyList<string> classes;
    private readonly TableWords words;
    private readonly TableFacts facts;

    internal TableForm(TableTask task, ValueDemands demands, KeyIndex? keys, IReadOnlyList<string> classes, TableWords words)
    {
        this.words = words;
        this.task = task;
        this.demands = demands;
        this.classes = classes;
        Columns = [task.Key, .. task.Values];
        facts = new TableFacts(Columns, task.Key, task.Picks ?? 0, keys is { IsOpen: false } ? keys.Count : 0, task.LargestBytes,
            TableText.LongestLine, ValueExpected);
        int rows = Math.Min(LinesShown - 1, task.Picks ?? LinesShown);
        FirstLines = [.. Lines(keys is { IsOpen: false }
            ? Enumerable.Range(0, Math.Min(rows, keys.Count)).Select(row => keys[row].ToString())
            : Enumerable.Range(1, rows).Select(row => $"{task.Key}{row}"))];
    }

    /// <summary>The columns that are read, in any order; others are passed over.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The first lines of a table that would be accepted, header included.</summary>
    public IReadOnlyList<string> FirstLines { get; }

    /// <summary>The most bytes that are read.</summary>
    public long LargestBytes => task.LargestBytes;

    /// <summary>What is expected, a sentence an item.</summary>
    public IReadOnlyList<string> Expected =>
    [
        words.CsvExpected,
        words.HeaderExpected(facts),
        words.RowsExpected(facts),
        .. task.Shape == TableShape.Picks ? [] : (string[])[facts.Value],
    ];

    /// <summary>A table that would be accepted: the first keys, or all of them with a value that means nothing.</summary>
    /// <param name="keys">The keys of the test table.</param>
    public IEnumerable<string> Sample(IEnumerable<string> keys) => Lines(task.Picks is { } picks ? keys.Take(picks) : keys);

    private string ValueExpected => task.Shape switch
    {
        TableShape.Picks => "",
        TableShape.Probabilities => words.SharesExpected(),
        _ when demands.IsClass => words.ClassExpected(task.Values[0], classes),
        _ when demands.IsProbability => words.ProbabilityExpected(task.Values[0]),
        _ => words.NumberExpected(task.Values[0], demands.IsNotNegative),
    };

    /// <summary>What is said of a fault: what was found, what was expected, what to do.</summary>
    internal string Message(TableFaultKind kind, int count) => words.Fault(kind, count, facts);

    private IEnumerable<string> Lines(IEnumerable<string> keys)
    {
        string values = task.Shape switch
        {
            TableShape.Picks => "",
            TableShape.Probabilities => string.Concat(Shares().Select(share => "," + share)),
            _ => "," + (demands.IsClass ? Quoted(classes.Count > 0 ? classes[0] : "class") : demands.IsProbability ? "0.5" : "0"),
        };
        yield return string.Join(',', Columns.Select(Quoted));
        foreach (string key in keys)
            yield return Quoted(key) + values;
    }

    /// <summary>Equal shares of 1 that add up to it.</summary>
    private IEnumerable<string> Shares()
    {
        int count = task.Values.Count;
        decimal share = Math.Round(1m / count, 4);
        return Enumerable.Range(0, count)
            .Select(column => (column < count - 1 ? share : 1 - (count - 1) * share).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A field as a CSV writes it.</summary>
    internal static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\n\r") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
