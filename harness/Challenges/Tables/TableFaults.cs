using System.Text;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// Counts the faults of one table and keeps the first few of each kind, so that a table of nothing but faults takes no more room.
/// </summary>
/// <param name="words">What they are told in.</param>
internal sealed class TableFaults(TableWords words)
{
    /// <summary>Offenders that are named of each kind.</summary>
    public const int Named = 5;

    private const int LongestText = 60;

    private readonly int[] counts = new int[Enum.GetValues<TableFaultKind>().Length];
    private readonly List<OffendingLine>?[] first = new List<OffendingLine>?[Enum.GetValues<TableFaultKind>().Length];

    public bool Any { get; private set; }

    public TableWords Words => words;

    public int Count(TableFaultKind kind) => counts[(int)kind];

    public void Add(TableFaultKind kind, int line, ReadOnlySpan<char> text)
    {
        Any = true;
        if (counts[(int)kind]++ < Named)
        {
            string shown = Shown(text);
            (first[(int)kind] ??= []).Add(new OffendingLine(line, shown, line > 0 ? words.OnLine(line, shown) : shown));
        }
    }

    /// <summary>The faults of an organiser's table, of which nothing is known but that it is one.</summary>
    public IReadOnlyList<TableFault> ToList() => ToList((kind, count) => kind == TableFaultKind.Empty
        ? "Nothing is in it; a header and rows were expected." : words.Fault(kind, count, TableFacts.None));

    /// <summary>Whether the next fault of a kind will be named: else nobody needs to put its text together.</summary>
    public bool IsNamed(TableFaultKind kind) => counts[(int)kind] < Named;

    /// <summary>The faults in the order of their kinds, each with its message.</summary>
    /// <param name="message">What to say of a kind, given its count.</param>
    public IReadOnlyList<TableFault> ToList(Func<TableFaultKind, int, string> message)
    {
        List<TableFault> faults = [];
        foreach (TableFaultKind kind in Enum.GetValues<TableFaultKind>())
        {
            int count = counts[(int)kind];
            if (count > 0)
                faults.Add(new TableFault(kind, count, message(kind, count), first[(int)kind] ?? []));
        }
        return faults;
    }

    /// <summary>A stranger's text as it may be shown: at most 60 characters, one line, nothing that a terminal obeys.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        bool isLong = text.Length > LongestText;
        StringBuilder shown = new();
        foreach (char c in isLong ? text[..LongestText] : text)
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or (>= '\u200e' and <= '\u202e') ? '·' : c);
        return isLong ? shown.Append('…').ToString() : shown.ToString();
    }
}
