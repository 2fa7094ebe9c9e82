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
    private readonly int keys;

    internal TableForm(TableTask task, ValueDemands demands, KeyIndex? keys, IReadOnlyList<string> classes)
    {
        this.task = task;
        this.demands = demands;
        this.classes = classes;
        this.keys = keys is { IsOpen: false } ? keys.Count : 0;
        Columns = [task.Key, .. task.Values];
        int rows = Math.Min(LinesShown - 1, task.Picks ?? LinesShown);
        FirstLines = [.. Lines(keys is { IsOpen: false }
            ? Enumerable.Range(0, Math.Min(rows, keys.Count)).Select(row => keys[row])
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
        "A CSV file: UTF-8, commas, a header, one row a line.",
        $"The header has {Listed(Columns)}. Other columns are passed over.",
        RowsExpected,
        .. task.Shape == TableShape.Picks ? [] : (string[])[ValueExpected],
    ];

    /// <summary>A table that would be accepted: the first keys, or all of them with a value that means nothing.</summary>
    /// <param name="keys">The keys of the test table.</param>
    public IEnumerable<string> Sample(IEnumerable<string> keys) => Lines(task.Picks is { } picks ? keys.Take(picks) : keys);

    private string RowsExpected => (task.Shape == TableShape.Picks, keys > 0) switch
    {
        (true, true) => $"Exactly {Count(task.Picks ?? 0)} rows with different values of `{task.Key}`, of the test table's {Count(keys)}.",
        (true, false) => $"Exactly {Count(task.Picks ?? 0)} rows with different values of `{task.Key}`, out of the test table's.",
        (false, true) => $"One row for each of the {Count(keys)} values of `{task.Key}` in the test table, in any order.",
        _ => $"One row for each value of `{task.Key}` in the test table, in any order.",
    };

    private string ValueExpected => task.Shape == TableShape.Probabilities
        ? "Each class's column holds its probability, from 0 to 1; a row's add up to 1 (to a hundredth; it is divided by its sum)."
        : demands.IsClass && classes.Count > 0 ? $"`{task.Values[0]}` is one of the classes {Listed(classes)}."
        : demands.IsClass ? $"`{task.Values[0]}` is a class."
        : demands.IsProbability ? $"`{task.Values[0]}` is a probability, from 0 to 1."
        : demands.IsNotNegative ? $"`{task.Values[0]}` is a number that is not negative, with a point: 0.5."
        : $"`{task.Values[0]}` is a number, with a point: 0.5.";

    /// <summary>What is said of a fault: what was found, what was expected, what to do.</summary>
    internal string Message(TableFaultKind kind, int count) => kind switch
    {
        TableFaultKind.Empty => $"Nothing is in it; a header with {Listed(Columns)} was expected, and rows.",
        TableFaultKind.NotUtf8 => "It is not UTF-8. Save it as \"CSV UTF-8\", or write it with encoding=\"utf-8\".",
        TableFaultKind.ControlCharacter => "It has a character that no text has: it is no CSV, or damaged.",
        TableFaultKind.TooLarge => $"It is larger than {Count(task.LargestBytes)} bytes. Leave out the columns that are not needed.",
        TableFaultKind.LineTooLong => $"A line is longer than {Count(TableText.LongestLine)} characters. Is it a CSV with line ends?",
        TableFaultKind.MisplacedQuote => "A quote does not end its field: what follows can't be read. Quotes between quotes are doubled.",
        TableFaultKind.QuotedLineFeed => $"{Rows(count)} with a line end between quotes; one row a line was expected.",
        TableFaultKind.WrongSeparator => "The columns are not parted by commas. Write it with sep=\",\".",
        TableFaultKind.MissingColumn => $"A column is missing; {Listed(Columns)} were expected in the first line.",
        TableFaultKind.DoubledColumn => "A column that is read is there twice.",
        TableFaultKind.UnevenRow => $"{Rows(count)} with more or fewer fields than the header. A decimal comma?",
        TableFaultKind.UnknownKey => $"{Rows(count)} with a `{task.Key}` that is not in the test table.",
        TableFaultKind.DoubledKey => $"{Rows(count)} with a `{task.Key}` that was there before; each counts once.",
        TableFaultKind.MissingRow => $"{Count(count)} of the {Count(keys)} values of `{task.Key}` have no row.",
        TableFaultKind.WrongCount => $"Exactly {Count(task.Picks ?? 0)} rows were expected.",
        TableFaultKind.NotANumber => $"{Values(count)} no number. Numbers have a point and no thousands: 1234.5.",
        TableFaultKind.Nan => $"{Values(count)} NaN or missing. Every row needs a value.",
        TableFaultKind.Infinite => $"{Values(count)} infinite.",
        TableFaultKind.OutOfRange => $"{Values(count)} out of range. {ValueExpected}",
        TableFaultKind.WrongSum => $"{Rows(count)} whose probabilities do not add up to 1.",
        TableFaultKind.UnknownClass => $"{Values(count)} none of the classes. {ValueExpected}",
        _ => "A metric can't be computed of these values.",
    };

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

    private static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(12).Select(name => $"`{TableFaults.Shown(name)}`")) + (names.Count > 12 ? ", …" : "");

    private static string Rows(int count) => count == 1 ? "1 row" : $"{Count(count)} rows";

    private static string Values(int count) => count == 1 ? "1 value is" : $"{Count(count)} values are";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
