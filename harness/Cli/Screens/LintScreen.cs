using Evaluator.Contest.Lint;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The lint's report in tables.</summary>
internal static class LintScreen
{
    public static LintReport Watch(string folder)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Out.IsTerminal || Console.IsErrorRedirected)
            return PackageLint.Check(folder);
        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("block groups");
            return PackageLint.Check(folder, new Bar(bar));
        });
    }

    public static void Print(LintReport report)
    {
        // Into a pipe or a file Spectre assumes 80 columns, which breaks these tables into slivers.
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(Files(report));
        AnsiConsole.Write(Keys(report));
        if (report.Findings.Count > 0)
            AnsiConsole.Write(Findings(report));
        PrintExamples(report);
        Console.Out.WriteLine($"{report.Folder}: {report.BlockGroups} block groups, {report.Cases} cases, "
            + $"{Figures.Count(report.Locations)} locations; {Figures.Count(report.Events)} emergencies placed, "
            + $"{Figures.Count(report.Unplaced)} not");
        foreach (string note in report.Notes)
            Console.Out.WriteLine($"note: {note}");
        AnsiConsole.MarkupLine(report.WhyNotRunnable is null ? "[green]It can be run.[/]" : "[red]It can't be run:[/]");
        if (report.WhyNotRunnable is { } why)
            Console.Out.WriteLine(why);
    }

    private static Table Files(LintReport report)
    {
        Table table = new Table().RoundedBorder().Title("files").AddColumns("kind", "files", "rows");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (FileTally tally in report.Files)
            table.AddRow(
            Markup.Escape(tally.Kind), Figures.Count(tally.Files), Figures.Count(tally.Rows));
        return table;
    }

    private static Table Keys(LintReport report)
    {
        Table table = new Table().RoundedBorder().Title("foreign keys").AddColumns("from", "to", "values", "blank", "lead nowhere");
        foreach (TableColumn column in table.Columns.Skip(2))
            column.RightAligned();
        foreach (ForeignKey key in report.Keys)
        {
            table.AddRow(Markup.Escape(key.From), Markup.Escape(key.To),
                Figures.Count(key.Values), Figures.Count(key.Blank), Figures.Count(key.Nowhere));
        }
        return table;
    }

    private static Table Findings(LintReport report)
    {
        Table table = new Table().RoundedBorder().Title("findings").AddColumns("kind", "count", "what it is", "what a run does");
        table.Columns[1].RightAligned();
        foreach (DataFinding finding in report.Findings)
            table.AddRow(
                finding.Fault.ToString(), Figures.Count(finding.Count), Markup.Escape(finding.What), Markup.Escape(finding.Consequence));
        return table;
    }

    /// <summary>Plain lines, which a terminal may wrap but no table column squeezes.</summary>
    private static void PrintExamples(LintReport report)
    {
        foreach (DataFinding finding in report.Findings)
        {
            Console.Out.WriteLine($"{finding.Fault}, {finding.What}:");
            foreach (Example example in finding.Examples)
                Console.Out.WriteLine($"  {Shown(example, report.Folder)}");
        }
    }

    private static string Shown(Example example, string folder)
    {
        string file = Path.IsPathRooted(example.File) ? Path.GetRelativePath(folder, example.File) : example.File;
        return $"{file}{(example.Line > 0 ? $":{example.Line}" : "")}  {example.Text}";
    }

    private sealed class Bar(ProgressTask bar) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value)
        {
            lock (bar)
                (bar.MaxValue, bar.Value) = (value.Total, Math.Max(bar.Value, value.Done));
        }
    }
}
