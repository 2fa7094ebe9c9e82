using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>
/// A table that fits its console. Nothing wraps inside a value: where room is short, free text is cut first, then columns are left out,
/// the least important first, and a line below says which.
/// </summary>
internal sealed class FittedTable(string? title = null)
{
    /// <summary>A cell's padding and one border.</summary>
    private const int Frame = 3;

    private readonly List<FittedColumn> columns = [];
    private readonly List<Cell[]> rows = [];

    public bool IsEmpty => rows.Count == 0;

    /// <summary>What a row is known by.</summary>
    public FittedTable Id(string header, int keep = 0) => With(new FittedColumn(header, keep, IsText: false, IsNumber: false));

    public FittedTable Number(string header, int keep = 0) => With(new FittedColumn(header, keep, IsText: false, IsNumber: true));

    public FittedTable Text(string header, int keep = 0) => With(new FittedColumn(header, keep, IsText: true, IsNumber: false));

    public FittedTable Row(params Cell[] cells)
    {
        if (cells.Length != columns.Count)
            throw new ArgumentException($"a row of {cells.Length} cells in a table of {columns.Count} columns", nameof(cells));
        rows.Add(cells);
        return this;
    }

    public void Print() => Print(AnsiConsole.Console);

    public void Print(IAnsiConsole console)
    {
        if (IsEmpty)
            return;
        int[] widths = [.. columns.Select((column, at) => rows.Select(row => row[at].Text.Length).Append(Longest(column.Header)).Max())];
        List<int> shown = [.. Enumerable.Range(0, columns.Count)];
        int room = console.Profile.Width;
        while (!Fit(shown, widths, room) && LeastImportant(shown) is { } dropped)
            shown.Remove(dropped);
        console.Write(Drawn(shown, widths));
        if (shown.Count < columns.Count)
        {
            IEnumerable<string> left = columns.Where((_, at) => !shown.Contains(at)).Select(column => column.Header.Replace('\n', ' '));
            console.MarkupLine($"[dim]left out for want of room: {Markup.Escape(string.Join(", ", left))}[/]");
        }
    }

    private FittedTable With(FittedColumn column)
    {
        columns.Add(column);
        return this;
    }

    private static int Longest(string header) => header.Split('\n').Max(line => line.Length);

    /// <summary>Cuts texts so far that all fits, if that is enough.</summary>
    private bool Fit(List<int> shown, int[] widths, int room)
    {
        int over = shown.Sum(at => widths[at] + Frame) + 1 - room;
        if (over <= 0)
            return true;
        int[] texts = [.. shown.Where(at => columns[at].IsText)];
        int spare = texts.Sum(at => Math.Max(0, widths[at] - Least(at)));
        if (spare < over)
            return false;
        while (over-- > 0)
            widths[texts.Where(at => widths[at] > Least(at)).MaxBy(at => widths[at])]--;
        return true;
    }

    private int Least(int at) => Math.Max(FittedColumn.LeastText, Longest(columns[at].Header));

    private int? LeastImportant(List<int> shown) =>
        shown.Where(at => columns[at].Keep > 0).OrderBy(at => columns[at].Keep).Select(at => (int?)at).FirstOrDefault();

    private Table Drawn(List<int> shown, int[] widths)
    {
        Table table = new Table().Border(Screen.Border);
        if (title is not null)
            table.Title(Markup.Escape(title));
        foreach (int at in shown)
        {
            var column = new TableColumn(Markup.Escape(columns[at].Header)) { NoWrap = true };
            table.AddColumn(columns[at].IsNumber ? column.RightAligned() : column);
        }
        foreach (Cell[] row in rows)
            table.AddRow([.. shown.Select(at => row[at].Markup(widths[at]))]);
        return table;
    }
}
