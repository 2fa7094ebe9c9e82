using Evaluator.Challenges.Reading;
using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>The columns of an answers file as they stand in it, checked row by row.</summary>
internal sealed class AnswerColumns
{
    private const int Named = 5;

    private readonly TableTask task;
    private readonly List<ChallengeFault> faults;
    private readonly bool comparesClasses, isScale, comparesNumbers, isNotNegative;
    private readonly Dictionary<string, List<double>> numbers = new(StringComparer.Ordinal);
    private readonly List<string> truths = [], sets = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public AnswerColumns(TableTask task, IReadOnlyList<TableMetric> metrics, List<ChallengeFault> faults)
    {
        this.task = task;
        this.faults = faults;
        comparesNumbers = metrics.Any(metric => ValueDemands.ComparesNumbers(metric.Definition.Input));
        isNotNegative = metrics.Any(metric => metric.Definition.Input == MetricInput.NonNegativeNumbers);
        comparesClasses = metrics.Any(metric => metric.Definition.Input != MetricInput.Picks
            && !ValueDemands.ComparesNumbers(metric.Definition.Input));
        isScale = metrics.Any(metric => metric.Definition.Input == MetricInput.OrderedLabels);
        string?[] ofNumbers = [task.Weight, comparesNumbers ? task.Truth : null, .. metrics.Select(metric => metric.Of)];
        foreach (string? name in ofNumbers)
        {
            if (name is not null)
                numbers.TryAdd(name, []);
        }
    }

    /// <summary>Whether the truth is compared as numbers.</summary>
    public bool HasNumbers => comparesNumbers;

    /// <summary>The keys, in the order of the file.</summary>
    public List<string> Keys { get; } = [];

    public void Read(Stream bytes)
    {
        TableFaults unreadable = new(TableWords.English);
        using TableRows rows = TableRows.Open(bytes, long.MaxValue, unreadable);
        int[] fields = [.. Needed().Select(name => Place(rows.Header, name))];
        if (!fields.Contains(-1))
        {
            while (rows.Next())
                Take(rows, fields);
            if (Keys.Count == 0)
                Fault(0, "no rows", "a row for each key of the test table");
        }
        if (unreadable.Any)
            faults.RemoveAll(fault => fault.File == TableAnswers.FileOf(task));
        foreach (TableFault fault in unreadable.ToList())
            Fault(fault.First.Count > 0 ? fault.First[0].Line : 0, fault.ToString(), "a UTF-8 CSV with commas and a header");
        foreach ((string found, int count) in counts)
        {
            if (count > Named)
                Fault(0, $"{found}: {count} rows in all", "none");
        }
    }

    /// <summary>The rows so that each set's stand together; sets in the order in which they appear.</summary>
    public int[] OrderBySet(out IReadOnlyList<AnswerSet> found)
    {
        if (task.Set is null)
        {
            found = [new AnswerSet(AnswerSet.All, 0, Keys.Count)];
            return [.. Enumerable.Range(0, Keys.Count)];
        }
        List<string> names = [.. sets.Distinct(StringComparer.Ordinal)];
        List<AnswerSet> ordered = [];
        List<int> order = [];
        foreach (string name in names)
        {
            int start = order.Count;
            order.AddRange(Enumerable.Range(0, Keys.Count).Where(row => sets[row] == name));
            ordered.Add(new AnswerSet(name, start, order.Count - start));
        }
        found = ordered;
        return [.. order];
    }

    /// <summary>A column of numbers in a given order; empty where the challenge has none of that name.</summary>
    public double[] Numbers(string? name, int[] order) => name is null ? [] : [.. order.Select(row => numbers[name][row])];

    /// <summary>The classes of the truth; null where none are compared.</summary>
    public ClassIndex? Classes() => !comparesClasses ? null
        : task.Shape == TableShape.Probabilities ? ClassIndex.Of(task.Values)
        : ClassIndex.Among(truths, isScale);

    public int[] Labels(ClassIndex classes, int[] order)
    {
        int[] labels = [.. order.Select(row => classes.Find(truths[row]))];
        int stranger = Array.IndexOf(labels, -1);
        if (stranger >= 0)
        {
            string key = Keys[order[stranger]], name = truths[order[stranger]];
            Fault(lines[key], $"the class `{TableFaults.Shown(name)}`", $"one of the columns {string.Join(", ", task.Values)}");
        }
        if (isScale && !classes.AreNumbers)
        {
            Fault(0, $"classes that are no numbers ({string.Join(", ", classes.Names.Take(5))})",
                "numbers: quadratic_weighted_kappa needs an order");
        }
        return labels;
    }

    private IEnumerable<string> Needed()
    {
        yield return task.Key;
        if (comparesClasses && task.Truth is not null)
            yield return task.Truth;
        if (task.Set is not null)
            yield return task.Set;
        foreach (string name in numbers.Keys)
            yield return name;
    }

    private int Place(string[] header, string name)
    {
        int place = Array.IndexOf(header, name);
        if (place < 0)
        {
            Fault(1, $"no column `{name}` among {string.Join(", ", header.Take(20).Select(found => TableFaults.Shown(found)))}",
                $"the column `{name}`");
        }
        else if (Array.LastIndexOf(header, name) != place)
            Fault(1, $"the column `{name}` twice", "each column once");
        return place;
    }

    private void Take(TableRows rows, int[] fields)
    {
        if (rows.Fields != rows.Header.Length)
        {
            Fault(rows.Line, $"{rows.Fields} fields", $"{rows.Header.Length}, as in the header", "uneven rows");
            return;
        }
        int next = 0;
        string key = rows.Field(fields[next++]).ToString();
        if (key.Length == 0)
            Fault(rows.Line, "an empty key", "a key", "empty keys");
        else if (!lines.TryAdd(key, rows.Line))
            Fault(rows.Line, $"the key `{TableFaults.Shown(key)}` again, first on line {lines[key]}", "every key once", "doubled keys");
        Keys.Add(key);
        if (comparesClasses && task.Truth is not null)
            truths.Add(Text(rows, fields[next++], task.Truth));
        if (task.Set is not null)
            sets.Add(Text(rows, fields[next++], task.Set));
        foreach ((string name, List<double> column) in numbers)
            column.Add(Number(rows, fields[next++], name));
    }

    private string Text(TableRows rows, int field, string name)
    {
        string text = rows.Field(field).ToString();
        if (text.Length == 0)
            Fault(rows.Line, $"`{name}` is empty", "a value", $"empty {name}");
        return text;
    }

    private double Number(TableRows rows, int field, string name)
    {
        ReadOnlySpan<char> text = rows.Field(field);
        if (TableNumber.Read(text, out double value) is not null)
            Fault(rows.Line, $"`{name}` is `{TableFaults.Shown(text)}`", "a finite number", $"no number in {name}");
        else if (value < 0 && (name == task.Weight || (isNotNegative && name == task.Truth)))
            Fault(rows.Line, $"`{name}` is {TableFaults.Shown(text)}", "a number that is not negative", $"negative {name}");
        return value;
    }

    /// <summary>Of a kind of fault only the first few are named; their number is told at the end.</summary>
    private void Fault(int line, string found, string expected, string? kind = null)
    {
        int count = kind is null ? 0 : counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (count <= Named)
            faults.Add(new ChallengeFault(TableAnswers.FileOf(task), line, found, expected));
    }
}
